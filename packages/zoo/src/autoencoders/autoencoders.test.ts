import { wasm } from '@myelin/backend-wasm';
import { ArgumentError, NdArray, UnknownIdError, setSeed, useBackend } from '@myelin/core';
import { type Model, loadModel } from '@myelin/models';
import { randomNormal, tensor } from '@myelin/ops';
import { adam } from '@myelin/optimizers';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  asAutoencoder,
  autoencoder,
  convolutionalAutoencoder,
  digitMlp,
  variationalAutoencoder,
} from '../index.js';

const wave = (count: number, width: number): NdArray =>
  new NdArray(
    Float32Array.from({ length: count * width }, (_, i) => 0.5 + 0.5 * Math.sin(i * 0.7) * Math.cos(i * 1.3)),
    [count, width],
  );

const classesOf = (model: Model): string[] => model.layers.map(({ className }) => className);

beforeEach(async () => {
  await useBackend(wasm());
  setSeed(1);
});

describe('autoencoder', () => {
  it('has the sizes that Keras gives the same model, and halves that share its weights', async () => {
    const model = autoencoder();
    expect([model, model.encoder, model.decoder].map((part) => part.countParams())).toEqual([
      209_968, 104_608, 105_360,
    ]);
    const small = autoencoder({ pixels: 12, hidden: [6, 4], code: 2 });
    const x = wave(5, 12);
    const before = await small.predict(x);
    await small.fit(x, x, { epochs: 3, verbose: 0 });
    const after = await small.predict(x);
    expect(after).not.toEqual(before);
    const codes = await small.encoder.predict(x);
    expect(codes.shape).toEqual([5, 2]);
    expect(await small.decoder.predict(codes)).toEqual(after);
  });

  it('learns, and takes noise away where it has seen noise', async () => {
    const x = wave(64, 12);
    const model = autoencoder({ pixels: 12, hidden: [16], code: 6, learningRate: 0.01 });
    const { history } = await model.fit(x, x, { epochs: 40, batchSize: 16, verbose: 0 });
    expect(history['loss']?.at(-1)).toBeLessThan((history['loss']?.[0] ?? 0) / 3);
    expect(classesOf(autoencoder({ pixels: 12, noise: 0.2 }).encoder)).toEqual([
      'GaussianNoise',
      'Dense',
      'Dense',
    ]);
  });

  it('has its halves again after it was loaded', async () => {
    const model = autoencoder({ pixels: 12, hidden: [6], code: 2, name: 'mine' });
    const again = asAutoencoder(await loadModel(await model.toBytes()));
    expect(again.name).toBe('mine');
    const x = wave(5, 12);
    expect(await again.encoder.predict(x)).toEqual(await model.encoder.predict(x));
    expect(() => asAutoencoder(digitMlp())).toThrow(UnknownIdError);
  });
});

describe('convolutionalAutoencoder', () => {
  it('comes back to the size of the image, through a code or through maps', async () => {
    const images = wave(2, 8 * 12 * 3).reshape([2, 8, 12, 3]);
    for (const [code, shape] of [
      [5, [2, 5]],
      [null, [2, 2, 3, 4]],
    ] as const) {
      const model = convolutionalAutoencoder({ imageShape: [8, 12, 3], filters: [3, 4], code });
      expect((await model.encoder.predict(images)).shape).toEqual(shape);
      expect((await model.predict(images)).shape).toEqual([2, 8, 12, 3]);
    }
    expect(classesOf(convolutionalAutoencoder({ code: null, noise: 0.5 }).encoder)).toEqual([
      'GaussianNoise',
      'Conv2D',
      'MaxPooling2D',
      'Conv2D',
      'MaxPooling2D',
    ]);
  });

  it('refuses images that it could not come back to', () => {
    expect(() => convolutionalAutoencoder({ imageShape: [28, 30, 1] })).toThrow(
      new ArgumentError({
        who: 'convolutionalAutoencoder',
        expected: 'sides that are multiples of 4, for 2 poolings',
        got: '28x30',
      }),
    );
  });
});

describe('variationalAutoencoder', () => {
  const pixels = new NdArray(
    Float32Array.from(wave(24, 6).data as Float32Array, (value) => Number(value > 0.5)),
    [24, 6],
  );

  it('evaluates the bound of its docstring', async () => {
    const model = variationalAutoencoder({ pixels: 6, hidden: [4], code: 2, seed: 5 });
    await model.fit(pixels, undefined, { epochs: 5, verbose: 0, shuffle: false });
    const fresh = await loadModel(await model.toBytes(), { customObjects: [variationalAutoencoder] });
    const { loss, reconstruction_loss, kl_loss } = await fresh.evaluate(pixels, undefined, { verbose: 0 });

    const [mean, logVariance] = (await model.encoder.predict<NdArray[]>(pixels)).map(
      ({ data }) => data as Float32Array,
    );
    const noise = randomNormal(tensor([5, 0], 'int32'), [24, 2]).dataSync();
    const spread = (i: number): number => Math.exp((logVariance?.[i] ?? NaN) / 2);
    const codes = Float32Array.from(noise, (value, i) => (mean?.[i] ?? NaN) + spread(i) * value);
    const said = (await model.decoder.predict(new NdArray(codes, [24, 2]))).data as Float32Array;
    const surprise = said.reduce(
      (sum, chance, i) => sum - Math.log(pixels.data[i] === 1 ? chance : 1 - chance),
      0,
    );
    const divergence = codes.reduce<number>(
      (sum, _, i) => sum + ((mean?.[i] ?? NaN) ** 2 + spread(i) ** 2 - 1 - (logVariance?.[i] ?? NaN)) / 2,
      0,
    );
    expect(reconstruction_loss).toBeCloseTo(surprise / 24, 4);
    expect(kl_loss).toBeCloseTo(divergence / 24, 5);
    expect(loss).toBeCloseTo((surprise + divergence) / 24, 4);
  });

  it('compiles to a program, learns, and draws other codes at each step', async () => {
    const model = variationalAutoencoder({ pixels: 6, hidden: [8], code: 2 });
    model.compile({ optimizer: adam({ learningRate: 0.02 }), jitCompile: true });
    const one = await model.evaluate(pixels, undefined, { verbose: 0 });
    const two = await model.evaluate(pixels, undefined, { verbose: 0 });
    expect(two['kl_loss']).toBe(one['kl_loss']);
    expect(two['reconstruction_loss']).not.toBe(one['reconstruction_loss']);
    const twoKinds = NdArray.from(
      Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? [1, 1, 1, 0, 0, 0] : [0, 0, 0, 1, 1, 1])),
    );
    const { history } = await model.fit(twoKinds, undefined, { epochs: 60, batchSize: 8, verbose: 0 });
    expect(Object.keys(history)).toEqual(['kl_loss', 'loss', 'reconstruction_loss']);
    expect(history['loss']?.at(-1)).toBeLessThan((history['loss']?.[0] ?? 0) / 2);
    const [mean] = await model.encoder.predict<NdArray[]>(pixels);
    expect(await model.predict(pixels)).toEqual(await model.decoder.predict(mean as NdArray));
  });
});

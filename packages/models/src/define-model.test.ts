import '@tensorflow/tfjs-backend-cpu';
import { type LayerConfig, NdArray, StateError, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { mean as meanOf } from '@myelin/metrics';
import { add, eagerRuntime, mean, multiply, ones, square, subtract } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ModelFactory, defineModel, gradients, loadModel, sequential } from './index.js';

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

interface ResidualConfig extends LayerConfig {
  units: number;
  blocks?: number;
}

/** Blocks whose input is added to their output: a loop in `call`. */
const residual: ModelFactory<ResidualConfig> = defineModel({
  className: 'Residual',
  required: ['units'],
  defaults: { blocks: 2 },
  build: ({ config: { units, blocks } }) => ({
    blocks: Array.from({ length: blocks }, () => dense({ units, activation: 'tanh' })),
    head: dense({ units: 1 }),
  }),
  call: (x, { state: { blocks, head } }) => head(blocks.reduce((y, block) => add(y, block(y)), x)),
});

const x = NdArray.from([
  [1, 2],
  [3, 4],
  [-1, 0.5],
]);
const y = NdArray.from([[1], [2], [0]]);

describe('a model of the user', () => {
  it('trains, evaluates and predicts as others do', async () => {
    const model = residual({ units: 2 });
    model.compile({ optimizer: 'adam', loss: 'mse', metrics: ['mae'] });
    const before = memory().numTensors;
    const { history } = await model.fit(x, y, { epochs: 3, verbose: 0 });
    expect(Object.keys(history)).toEqual(['loss', 'mae']);
    expect(history['loss']?.[2]).toBeLessThan(history['loss']?.[0] ?? 0);
    expect((await model.predict(x)).shape).toEqual([3, 1]);
    expect(memory().numTensors).toBe(before);
    expect(model.layers).toHaveLength(3);
    expect(model.weights.map(({ path }) => path)).toEqual([
      'residual/dense/kernel',
      'residual/dense/bias',
      'residual/dense_1/kernel',
      'residual/dense_1/bias',
      'residual/dense_2/kernel',
      'residual/dense_2/bias',
    ]);
    expect(model.summary()).toContain('dense_1 (Dense)');
  });

  it('goes through files by its name and its options, and trains on', async () => {
    const model = residual({ units: 2, blocks: 1 });
    model.compile({ optimizer: 'adam', loss: 'mse' });
    await model.fit(x, y, { verbose: 0 });
    const bytes = await model.toBytes();
    await expect(loadModel(bytes)).rejects.toThrow('Custom>Residual');
    const again = await loadModel(bytes, { customObjects: [residual] });
    expect(await again.predict(x)).toEqual(await model.predict(x));
    expect(again.getConfig()).toMatchObject({ units: 2, blocks: 1 });
    const options = { epochs: 2, shuffle: false, verbose: 0 } as const;
    expect((await again.fit(x, y, options)).history).toEqual((await model.fit(x, y, options)).history);
  });

  it('stands in other models', async () => {
    const model = sequential([residual({ units: 2, inputShape: [2] }), dense({ units: 3 })]);
    expect((await model.predict(x)).shape).toEqual([3, 3]);
  });

  it('learns in its own way, and still does after it was loaded', async () => {
    const shrinking: ModelFactory<LayerConfig & { rate?: number }> = defineModel({
      className: 'Shrinking',
      defaults: { rate: 0.5 },
      floats: ['rate'],
      build: () => ({ inner: dense({ units: 2, useBias: false }) }),
      call: (input, { state }) => state.inner(input),
      trainStep({ x: input }, { state, config, optimizer, training }) {
        const { value, gradients: found } = gradients(
          () => multiply(mean(square(state.inner(input))), config.rate),
          state.inner.trainableWeights,
        );
        optimizer.apply(found, state.inner.trainableWeights);
        return { size: value, training: subtract(ones([]), Number(!training)) };
      },
    });
    const model = shrinking();
    model.compile({ optimizer: 'sgd' });
    const { history } = await model.fit(x, undefined, { epochs: 3, verbose: 0 });
    expect(history['size']?.[2]).toBeLessThan(history['size']?.[0] ?? 0);
    expect(history['training']).toEqual([1, 1, 1]);
    const again = await loadModel(await model.toBytes(), { customObjects: [shrinking] });
    const options = { shuffle: false, verbose: 0 } as const;
    expect((await again.fit(x, undefined, options)).history).toEqual(
      (await model.fit(x, undefined, options)).history,
    );
  });

  it('has figures of a whole epoch by metrics that it builds, and starts them anew', async () => {
    const counting: ModelFactory<LayerConfig> = defineModel({
      className: 'Counting',
      defaults: {},
      build: () => ({ inner: dense({ units: 1, kernelInitializer: 'ones' }), size: meanOf() }),
      call: (input, { state }) => state.inner(input),
      trainStep({ x: input }, { state }) {
        state.size.update(state.inner(input));
        return { size: state.size.result() };
      },
      testStep({ x: input }, { state }) {
        state.size.update(state.inner(input));
        return { size: state.size.result() };
      },
    });
    const model = counting();
    model.compile({});
    const { history } = await model.fit(x, undefined, { epochs: 2, batchSize: 2, verbose: 0 });
    expect(history['size']).toEqual([expect.closeTo(9.5 / 3, 5), expect.closeTo(9.5 / 3, 5)]);
    expect(await model.evaluate(x, undefined, { batchSize: 1, verbose: 0 })).toEqual({
      size: expect.closeTo(9.5 / 3, 5) as number,
    });
    const again = await loadModel(await model.toBytes(), { customObjects: [counting] });
    expect(await again.evaluate(x, undefined, { verbose: 0 })).toEqual({
      size: expect.closeTo(9.5 / 3, 5) as number,
    });
  });

  it('may have no call, if it only trains', async () => {
    const trainer: ModelFactory<LayerConfig> = defineModel({
      className: 'Trainer',
      defaults: {},
      build: () => ({ inner: dense({ units: 1 }) }),
      trainStep: ({ x: input }, { state }) => ({ loss: mean(state.inner(input)) }),
    });
    const model = trainer({ name: 'coach' });
    model.compile({});
    await model.fit(x, undefined, { verbose: 0 });
    await expect(model.predict(x)).rejects.toThrow(StateError);
    await expect(model.predict(x)).rejects.toThrow('coach (Trainer): expected a model with a `call`');
  });
});

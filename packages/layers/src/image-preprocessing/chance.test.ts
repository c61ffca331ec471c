import '@tensorflow/tfjs-backend-cpu';
import { setSeed } from '@myelin/core';
import { concatenate, eagerRuntime, expandDims, reshape, subtract, tensor, zeros } from '@myelin/ops';
import { expectNoLeak } from '@myelin/testing';
import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import type { ImageLayer, RandomImageConfig } from './labeled-images.js';
import { augMix } from './aug-mix.js';
import { cutMix } from './cut-mix.js';
import { mixUp } from './mix-up.js';
import { randAugment } from './rand-augment.js';
import { randomElasticTransform } from './random-elastic-transform.js';
import { randomErasing } from './random-erasing.js';
import { randomPerspective } from './random-perspective.js';
import { randomShear } from './random-shear.js';
import { randomBrightness } from './random-brightness.js';
import { randomColorDegeneration } from './random-color-degeneration.js';
import { randomColorJitter } from './random-color-jitter.js';
import { randomContrast } from './random-contrast.js';
import { randomCrop } from './random-crop.js';
import { randomFlip } from './random-flip.js';
import { randomGaussianBlur } from './random-gaussian-blur.js';
import { randomGrayscale } from './random-grayscale.js';
import { randomHue } from './random-hue.js';
import { randomInvert } from './random-invert.js';
import { randomPosterization } from './random-posterization.js';
import { randomRotation } from './random-rotation.js';
import { randomSaturation } from './random-saturation.js';
import { randomSharpness } from './random-sharpness.js';
import { randomTranslation } from './random-translation.js';
import { randomZoom } from './random-zoom.js';
import { solarization } from './solarization.js';

beforeAll(() => eagerRuntime('cpu').ready());

type Make = (seed: number | null) => ImageLayer<RandomImageConfig>;

/** Layers with room for chance, and whether it decides for each image by itself. */
const layers: readonly (readonly [string, Make, boolean])[] = [
  ['randomFlip', (seed) => randomFlip({ seed }), true],
  ['randomRotation', (seed) => randomRotation({ factor: 0.2, seed }), true],
  ['randomZoom', (seed) => randomZoom({ heightFactor: 0.5, widthFactor: 0.5, seed }), true],
  ['randomTranslation', (seed) => randomTranslation({ heightFactor: 0.3, widthFactor: 0.3, seed }), true],
  ['randomContrast', (seed) => randomContrast({ factor: 0.5, seed }), true],
  ['randomBrightness', (seed) => randomBrightness({ factor: 0.5, seed }), true],
  ['randomGrayscale', (seed) => randomGrayscale({ seed }), true],
  ['randomInvert', (seed) => randomInvert({ seed }), true],
  ['randomPosterization', (seed) => randomPosterization({ factor: 8, seed }), true],
  ['solarization', (seed) => solarization({ additionFactor: 0.5, thresholdFactor: 0.5, seed }), true],
  ['randomHue', (seed) => randomHue({ factor: 0.5, seed }), true],
  ['randomSaturation', (seed) => randomSaturation({ factor: [0.2, 0.8], seed }), true],
  ['randomColorDegeneration', (seed) => randomColorDegeneration({ factor: 0.5, seed }), true],
  ['randomColorJitter', (seed) => randomColorJitter({ brightnessFactor: 0.3, hueFactor: 0.2, seed }), true],
  ['randomSharpness', (seed) => randomSharpness({ factor: 1, seed }), true],
  ['randomGaussianBlur', (seed) => randomGaussianBlur({ seed }), true],
  ['randomErasing', (seed) => randomErasing({ seed }), true],
  ['randomShear', (seed) => randomShear({ xFactor: 0.5, yFactor: 0.3, seed }), true],
  ['randomPerspective', (seed) => randomPerspective({ scale: 0.8, seed }), true],
  ['cutMix', (seed) => cutMix({ seed }), true],
  ['mixUp', (seed) => mixUp({ alpha: 1, seed }), true],
  ['randomElasticTransform', (seed) => randomElasticTransform({ seed }), true],
  ['randAugment', (seed) => randAugment({ seed }), true],
  ['augMix', (seed) => augMix({ numChains: 2, chainDepth: 1, seed }), true],
  ['randomCrop', (seed) => randomCrop({ height: 3, width: 4, seed }), false],
];

/** An image of 8 by 9 pixels in three colours without pattern. */
const picture = (): Tensor =>
  tensor(
    Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 9 }, (__, j) => [0, 1, 2].map((k) => ((i * 53 + j * 91 + k * 37) * 29) % 256)),
    ),
    'float32',
  );

/** What becomes of several copies of an image in training, which alternate with others for layers that mix images. */
const train = (layer: ImageLayer<RandomImageConfig>, copies = 8): number[][] =>
  tidy(() => {
    const image = expandDims(picture(), { axis: 0 });
    const others = copies === 1 ? [] : [subtract(255, image)];
    const batch = concatenate(
      Array<Tensor[]>(copies)
        .fill([image, ...others])
        .flat(),
      { axis: 0 },
    );
    const results = layer(batch, { training: true }).arraySync() as number[][];
    return results.filter((_, i) => copies === 1 || i % 2 === 0);
  });

describe.each(layers)('%s', (_, make, decidesForEach) => {
  it('leaves images as they are at inference', () => {
    tidy(() => {
      const image = picture();
      expect(make(1)(image, { training: false }).arraySync()).toEqual(image.arraySync());
    });
  });

  it('draws anew at each step, and the same from the same seed', async () => {
    const run = (seed: number | null): number[][][] => {
      const layer = make(seed);
      return [train(layer), train(layer)];
    };
    const [first, second] = run(1);
    expect(first).not.toEqual(second);
    expect(run(1)).toEqual([first, second]);
    expect(run(2)).not.toEqual([first, second]);
    setSeed(7);
    const unseeded = run(null);
    setSeed(7);
    expect(run(null)).toEqual(unseeded);
    await expectNoLeak(() => run(4));
  });

  it('treats one image as a batch of one, and trains where nobody says otherwise', () => {
    tidy(() => {
      const image = picture();
      expect(make(3)(image).arraySync()).toEqual(train(make(3), 1)[0]);
    });
  });

  it(decidesForEach ? 'decides for each image by itself' : 'decides for all images at once', () => {
    const different = new Set(train(make(2)).map((image) => JSON.stringify(image)));
    if (decidesForEach) expect(different.size).toBeGreaterThan(1);
    else expect(different.size).toBe(1);
  });

  it('finds shapes of unknown size', () => {
    const symbolic = input({ shape: [null, null, 3] });
    expect(make(1)(symbolic).shape.length).toBe(4);
    expect(make(1)(symbolic).origin?.node.kwargs['training']).toBe(true);
  });
});

describe('what is drawn', () => {
  const count = 2_000;
  /** Red of the first pixel of each image that went through a layer. */
  const marks = (layer: ImageLayer<RandomImageConfig>, image: number[][][]): number[] =>
    tidy(() => {
      const batch = tensor(Array<number[][][]>(count).fill(image), 'float32');
      const results = layer(batch, { training: true }).arraySync() as number[][][][];
      return results.map((result) => result[0]?.[0]?.[0] ?? NaN);
    });
  const mean = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0) / values.length;

  it('flips half of the images', () => {
    const found = marks(randomFlip({ mode: 'horizontal', seed: 1 }), [[[0], [1]]]);
    expect(new Set(found)).toEqual(new Set([0, 1]));
    expect(Math.abs(mean(found) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
  });

  it('inverts half of the images where the chance is drawn from all chances', () => {
    const found = marks(randomInvert({ seed: 2 }), [[[0]]]);
    expect(new Set(found)).toEqual(new Set([0, 255]));
    expect(Math.abs(mean(found) / 255 - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
  });

  it('makes images brighter by any part of the range', () => {
    const found = marks(randomBrightness({ factor: [0.2, 0.6], seed: 1 }), [[[0]]]);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(51);
    expect(Math.max(...found)).toBeLessThan(153);
    expect(Math.abs(mean(found) - 102)).toBeLessThan((4 * 102) / Math.sqrt(12 * count));
  });

  it('leaves as many bits as the range has, but for its end', () => {
    const found = marks(randomPosterization({ factor: [1, 4], seed: 1 }), [[[255]]]);
    expect([...new Set(found)].sort()).toEqual([128, 192, 224]);
  });

  it('turns hues to both sides', () => {
    // Green becomes yellow or cyan at a sixth of a turn.
    const found = marks(randomHue({ factor: [1 / 3, 1 / 3], seed: 1 }), [[[0, 255, 0]]]);
    const isRed = found.filter((value) => value > 250).length / count;
    expect(new Set(found.map((value) => Math.round(value / 255)))).toEqual(new Set([0, 1]));
    expect(Math.abs(isRed - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
  });

  it('mixes by weights of a beta distribution', () => {
    // Half of the images are 0 and half 1, in equal numbers: where the other is another one, the label is the weight.
    const labels = (alpha: number): number[] =>
      tidy(() => {
        const values = Array.from({ length: count }, (_, i) => i % 2);
        const images = reshape(tensor(values, 'float32'), { newshape: [count, 1, 1, 1] });
        const mixed = mixUp({ alpha, seed: 1 })(images, { training: true }).dataSync<'float32'>();
        return [...mixed].map((value, i) => Math.abs(value - (values[i] ?? 0))).filter((value) => value > 0);
      });
    for (const alpha of [0.2, 1, 4]) {
      const found = labels(alpha);
      const deviation = Math.sqrt(1 / (4 * (2 * alpha + 1)));
      const square = found.reduce((total, value) => total + (value - 0.5) ** 2, 0) / found.length;
      expect(Math.abs(found.length / count - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / count));
      expect(Math.abs(mean(found) - 0.5)).toBeLessThan((4 * deviation) / Math.sqrt(found.length));
      expect(Math.abs(Math.sqrt(square) - deviation)).toBeLessThan((4 * deviation) / Math.sqrt(found.length));
    }
  });

  it('erases a part of the size of the range', () => {
    const layer = randomErasing({ factor: [1, 1], scale: [0.25, 0.25], fillValue: 9, seed: 1 });
    tidy(() => {
      const erased = layer(zeros([20, 16, 16, 1]), { training: true }).arraySync() as number[][][][];
      for (const image of erased) {
        const pixels = image.flat(2);
        expect(new Set(pixels)).toEqual(new Set([0, 9]));
        // Half of 16 rows and columns begin between pixels, so that they cover exactly 8.
        expect(pixels.filter((value) => value === 9)).toHaveLength(64);
      }
    });
  });

  it('moves images by any part of the range, as often to both sides', () => {
    const layer = randomTranslation({
      heightFactor: 0,
      widthFactor: [-0.25, 0.75],
      fillMode: 'nearest',
      seed: 1,
    });
    const ramp = [Array.from({ length: 8 }, (_, i) => [i])];
    const found = marks(layer, ramp);
    // The first pixel comes from 8 · 0.25 to the right at most, and from the border where the image moves to the right.
    expect(Math.max(...found)).toBeLessThanOrEqual(2);
    expect(Math.max(...found)).toBeGreaterThan(1.95);
    expect(Math.abs(found.filter((value) => value === 0).length / count - 0.75)).toBeLessThan(
      4 * Math.sqrt((0.75 * 0.25) / count),
    );
  });

  it('crops at every place', () => {
    const layer = randomCrop({ height: 1, width: 1, seed: 1 });
    const image = [
      [[0], [1], [2]],
      [[3], [4], [5]],
    ];
    const found = Array.from({ length: 200 }, () =>
      tidy(() => layer(tensor(image, 'float32'), { training: true }).dataSync()[0]),
    );
    expect([...new Set(found)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

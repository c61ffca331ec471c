import { backend_util } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { describe, test } from 'vitest';
import { type Result, type Values, expectEqualsCpu, expectResult, noise } from '../testing/run-kernel.js';

type Shape = readonly [number, number, number, number];
type Volume = readonly [number, number, number, number, number];

interface Pool {
  readonly filterSize: readonly number[];
  readonly strides: readonly number[];
  readonly pad: 'same' | 'valid';
}

interface Windows {
  readonly outShape: readonly number[];
  /** For each output the places of its window in the input. */
  readonly places: readonly (readonly number[])[];
}

function windows([batch, ...rest]: Volume, { filterSize, strides, pad }: Pool): Windows {
  const [depth, height, width, channels] = rest;
  const [p = 0, q = 0, r = 0] = strides;
  const [filterDepth = 0, filterHeight = 0, filterWidth = 0] = filterSize;
  const { padInfo, outShape } = backend_util.computePool3DInfo(
    [batch, ...rest],
    [filterDepth, filterHeight, filterWidth],
    [p, q, r],
    1,
    pad,
  );
  const { left, top, front } = padInfo;
  // tfjs-core has negative ones where the stride is beyond the window; TensorFlow has none.
  const pads = { left: Math.max(0, left), top: Math.max(0, top), front: Math.max(0, front) };
  const places: number[][] = [];
  const [, outDepth, outHeight, outWidth] = outShape;
  for (let output = 0; output < batch * outDepth * outHeight * outWidth; output++) {
    const j = output % outWidth;
    const i = Math.floor(output / outWidth) % outHeight;
    const k = Math.floor(output / (outWidth * outHeight)) % outDepth;
    const b = Math.floor(output / (outWidth * outHeight * outDepth));
    for (let c = 0; c < channels; c++) {
      const window: number[] = [];
      for (let tap = 0; tap < filterDepth * filterHeight * filterWidth; tap++) {
        const w = j * r + (tap % filterWidth) - pads.left;
        const h = i * q + (Math.floor(tap / filterWidth) % filterHeight) - pads.top;
        const d = k * p + Math.floor(tap / (filterWidth * filterHeight)) - pads.front;
        const inside = d >= 0 && d < depth && h >= 0 && h < height && w >= 0 && w < width;
        if (inside) window.push((((b * depth + d) * height + h) * width + w) * channels + c);
      }
      places.push(window);
    }
  }
  return { outShape, places };
}

/** All four kernels equal what plain loops in float64 say; `x` are images or volumes. */
async function expectPools(x: Values, pool: Pool): Promise<void> {
  const [batch = 0, ...size] = x.shape;
  const isVolume = size.length === 4;
  const { outShape: outVolume, places } = isVolume
    ? windows([batch, ...size] as unknown as Volume, pool)
    : windows([batch, 1, ...size] as unknown as Volume, {
        filterSize: [1, ...pool.filterSize],
        strides: [1, ...pool.strides],
        pad: pool.pad,
      });
  const outShape = isVolume ? outVolume : outVolume.toSpliced(1, 1);
  const dy = noise(outShape, 7);
  const maxima: number[] = [];
  const means: number[] = [];
  const maxGradient = Array.from(x.values, () => 0);
  const meanGradient = Array.from(x.values, () => 0);
  places.forEach((window, output) => {
    const values = window.map((place) => x.values[place] ?? NaN);
    const gradient = dy.values[output] ?? NaN;
    maxima.push(Math.max(...values));
    means.push(values.reduce((a, b) => a + b, 0) / values.length);
    const winner = window[values.indexOf(Math.max(...values))] ?? NaN;
    maxGradient[winner] = (maxGradient[winner] ?? NaN) + gradient;
    for (const place of window) meanGradient[place] = (meanGradient[place] ?? NaN) + gradient / window.length;
  });
  const result = (shape: readonly number[], values: number[]): Result => ({
    shape,
    dtype: 'float32',
    values,
  });
  const suffix = isVolume ? '3D' : '';
  const attrs = { ...pool, dataFormat: 'NDHWC' };
  await expectResult(`MaxPool${suffix}`, { x }, attrs, result(outShape, maxima));
  await expectResult(`AvgPool${suffix}`, { x }, attrs, result(outShape, means));
  const inputs = { dy, input: x };
  await expectResult(`MaxPool${suffix}Grad`, { ...inputs, output: dy }, attrs, result(x.shape, maxGradient));
  await expectResult(`AvgPool${suffix}Grad`, inputs, attrs, result(x.shape, meanGradient));
}

const negative = (shape: Shape): Values => ({
  shape,
  values: Array.from(noise(shape).values, (x) => x - 2),
});
const tied = (shape: Shape): Values => ({
  shape,
  values: Array.from(noise(shape).values, (x) => Math.round(x)),
});

describe.each(['same', 'valid'] as const)('pools of images, %s', (pad) => {
  test.each<readonly [string, (shape: Shape) => Values]>([
    ['of any sign', noise],
    ['negative everywhere', negative],
    ['with ties', tied],
  ])('%s', async (_, values) => {
    await expectPools(values([2, 6, 7, 6]), { filterSize: [2, 2], strides: [2, 2], pad });
    await expectPools(values([2, 7, 5, 3]), { filterSize: [3, 2], strides: [1, 1], pad });
    await expectPools(values([1, 8, 8, 9]), { filterSize: [3, 3], strides: [2, 1], pad });
  });

  test('strides beyond the window, and beyond the image', async () => {
    await expectPools(noise([2, 9, 9, 5]), { filterSize: [2, 2], strides: [3, 4], pad });
    await expectPools(noise([2, 3, 4, 5]), { filterSize: [2, 2], strides: [6, 9], pad });
    await expectPools(noise([1, 1, 1, 2]), { filterSize: [1, 1], strides: [3, 3], pad });
  });

  test('any geometry', async () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(size(2), size(9), size(9), size(9)),
        fc.tuple(size(4), size(4)),
        fc.tuple(size(5), size(5)),
        async (shape, filterSize, strides) => {
          fc.pre(pad === 'same' || (filterSize[0] <= shape[1] && filterSize[1] <= shape[2]));
          await expectPools(tied(shape), { filterSize, strides, pad });
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('explicit padding counts neither as a value nor in the mean', async () => {
  const attrs = { filterSize: 3, strides: 2, pad: 1, dimRoundingMode: 'floor' };
  await expectEqualsCpu('MaxPool', { x: negative([1, 6, 6, 4]) }, attrs);
  await expectEqualsCpu('AvgPool', { x: negative([1, 6, 6, 4]) }, attrs);
});

test('a value that is not a number shows', async () => {
  const attrs = { filterSize: 2, strides: 2, pad: 'valid' };
  for (const channels of [1, 4]) {
    const values = Array.from({ length: 4 * channels }, (_, i) => (i === 2 * channels ? NaN : 1));
    const rest = Array.from({ length: channels - 1 }, () => 1);
    const expected = { shape: [1, 1, 1, channels], dtype: 'float32', values: [NaN, ...rest] } as const;
    await expectResult('MaxPool', { x: { shape: [1, 2, 2, channels], values } }, attrs, expected);
  }
});

test.each(['same', 'valid'] as const)('pools of volumes, %s', async (pad) => {
  const shape = [2, 5, 6, 4, 5];
  const values = Array.from(noise(shape).values, (x) => Math.round(3 * x) / 3 - 2);
  await expectPools({ shape, values }, { filterSize: [2, 3, 2], strides: [2, 1, 2], pad });
  await expectPools({ shape, values }, { filterSize: [1, 2, 3], strides: [6, 3, 4], pad });
});

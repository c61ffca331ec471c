import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainConvolution } from './testing/convolution-errors.js';
import type { Triple } from './testing/convolve.js';
import { KernelMemory } from './testing/kernel-memory.js';

interface Pool {
  readonly batch: number;
  readonly channels: number;
  readonly image: Triple;
  readonly filter: Triple;
  readonly strides: Triple;
  readonly pad: readonly [Triple, Triple];
}

interface Window {
  readonly output: number;
  /** Places in the input, in the order of the window. */
  readonly cells: readonly number[];
}

function windowsOf({ batch, channels, image, filter, strides, pad }: Pool, out: Triple): Window[] {
  const windows: Window[] = [];
  const [depth, height, width] = image;
  for (let output = 0; output < batch * out[0] * out[1] * out[2] * channels; output++) {
    const c = output % channels;
    const at = Math.floor(output / channels);
    const starts = [
      Math.floor(at / (out[1] * out[2])) % out[0],
      Math.floor(at / out[2]) % out[1],
      at % out[2],
    ].map((index, axis) => index * (strides[axis] ?? 0) - (pad[0][axis] ?? 0));
    const b = Math.floor(at / (out[0] * out[1] * out[2]));
    const cells: number[] = [];
    for (let tap = 0; tap < filter[0] * filter[1] * filter[2]; tap++) {
      const d = (starts[0] ?? 0) + Math.floor(tap / (filter[1] * filter[2]));
      const h = (starts[1] ?? 0) + (Math.floor(tap / filter[2]) % filter[1]);
      const w = (starts[2] ?? 0) + (tap % filter[2]);
      const isInside = d >= 0 && d < depth && h >= 0 && h < height && w >= 0 && w < width;
      if (isInside) cells.push((((b * depth + d) * height + h) * width + w) * channels + c);
    }
    windows.push({ output, cells });
  }
  return windows;
}

/** Runs all kernels as `threads` threads would; values are few, so that there are ties. */
function runAll(memory: KernelMemory, pool: Pool, out: Triple, threads: number) {
  memory.reset();
  const { kernels } = memory;
  const [inSize, outSize] = [pool.image, out].map(
    (size) => pool.batch * size.reduce((product, length) => product * length, 1) * pool.channels,
  ) as [number, number];
  const geometry = memory.words([
    ...[pool.batch, ...pool.image, pool.channels, ...pool.filter, ...pool.strides, ...pool.pad[0], ...out],
  ]);
  const [x, dy] = [memory.noise(inSize, 1), memory.noise(outSize, 2)];
  memory.view(x, inSize).forEach((value, i, values) => (values[i] = Math.round(2 * value) + 0));
  const [y, mean, best] = [3, 4, 5].map((seed) => memory.noise(outSize, seed)) as [number, number, number];
  const places = memory.noise(Math.ceil(outSize / 4), 6);
  const gradients = [7, 8, 9, 10].map((seed) => memory.noise(inSize, seed)) as [
    number,
    number,
    number,
    number,
  ];
  const [ofMax, ofPlaces, ofRelu, ofMean] = gradients;
  for (let thread = 0; thread < threads; thread++) {
    const range = [thread, thread + 1].map((n) => Math.floor((pool.batch * n) / threads)) as [number, number];
    kernels.maxPool(geometry, x, y, ...range);
    kernels.maxPoolPlaces(geometry, x, best, places, ...range);
    kernels.averagePool(geometry, x, mean, ...range);
    kernels.maxPoolGradient(geometry, x, dy, ofMax, ...range);
    kernels.maxPoolPlacesGradient(geometry, dy, places, 0, ofPlaces, ...range);
    kernels.maxPoolPlacesGradient(geometry, dy, places, best, ofRelu, ...range);
    kernels.averagePoolGradient(geometry, dy, ofMean, ...range);
  }
  const isIntact =
    [y, mean, best].every((address) => memory.isIntact(address, outSize)) &&
    gradients.every((address) => memory.isIntact(address, inSize)) &&
    memory.isIntact(places, Math.ceil(outSize / 4));
  const results = { y, mean, best, dy, x, ofMax, ofPlaces, ofRelu, ofMean };
  const views = Object.entries(results).map(([name, address]) => {
    const size = name.startsWith('of') || name === 'x' ? inSize : outSize;
    return [name, [...memory.view(address, size)]] as const;
  });
  return { isIntact, ...(Object.fromEntries(views) as Record<keyof typeof results, number[]>) };
}

function expectPools(memory: KernelMemory, pool: Pool): void {
  const { out } = plainConvolution({ ...pool, filters: 1 });
  const { isIntact, ...actual } = runAll(memory, pool, out, 1);
  expect(isIntact).toBe(true);
  expect(runAll(memory, pool, out, 2)).toEqual({ isIntact, ...actual });

  const expected = { ofMax: new Float64Array(actual.x.length), ofRelu: new Float64Array(actual.x.length), ofMean: new Float64Array(actual.x.length) }; // prettier-ignore
  const add = (gradient: Float64Array, cell: number | undefined, value: number): void => {
    if (cell !== undefined) gradient[cell] = (gradient[cell] ?? NaN) + value;
  };
  for (const { output, cells } of windowsOf(pool, out)) {
    const values = cells.map((cell) => actual.x[cell] ?? NaN);
    const largest = Math.max(...values);
    const dy = actual.dy[output] ?? NaN;
    expect(actual.y[output]).toBe(largest);
    expect(actual.best[output]).toBe(largest);
    expect(actual.mean[output]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 5);
    const winner = cells[values.indexOf(largest)];
    add(expected.ofMax, winner, dy);
    add(expected.ofRelu, winner, largest > 0 ? dy : 0);
    for (const cell of cells) add(expected.ofMean, cell, dy / cells.length);
  }
  const expectClose = (values: readonly number[], wanted: Float64Array): void => {
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(wanted[i] ?? NaN, 5);
    });
  };
  expectClose(actual.ofMax, expected.ofMax);
  expectClose(actual.ofPlaces, expected.ofMax);
  expectClose(actual.ofRelu, expected.ofRelu);
  expectClose(actual.ofMean, expected.ofMean);
}

describe('pools', () => {
  let memory: KernelMemory;
  const none: Pool['pad'] = [[0, 0, 0], [0, 0, 0]]; // prettier-ignore

  beforeAll(async () => {
    memory = await KernelMemory.create('fastest');
  });

  test.each<Pool>([
    { batch: 3, channels: 9, image: [1, 7, 6], filter: [1, 2, 2], strides: [1, 2, 2], pad: none },
    { batch: 2, channels: 8, image: [1, 7, 7], filter: [1, 3, 3], strides: [1, 2, 2], pad: [[0, 1, 1], [0, 1, 1]] },
    { batch: 2, channels: 5, image: [5, 4, 7], filter: [2, 2, 3], strides: [2, 2, 3], pad: none },
    { batch: 2, channels: 4, image: [1, 5, 5], filter: [1, 2, 2], strides: [1, 2, 2], pad: [[0, 0, 0], [0, 1, 1]] },
    { batch: 2, channels: 4, image: [1, 9, 9], filter: [1, 2, 2], strides: [1, 3, 3], pad: none },
  ])('of $image, windows $filter, strides $strides', (pool) => {
    expectPools(memory, pool);
  }); // prettier-ignore

  test('of any geometry', () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    const triple = (max: number): fc.Arbitrary<Triple> => fc.tuple(size(max), size(max), size(max));
    const setting = fc.record({
      batch: size(3),
      channels: size(9),
      image: triple(6),
      filter: triple(3),
      strides: triple(3),
      isPadded: fc.boolean(),
    });
    fc.assert(
      fc.property(setting, ({ isPadded, ...chosen }) => {
        // At most half of a window lies outside, so that none is empty.
        const pad = chosen.filter.map((length) => (isPadded ? length >> 1 : 0)) as unknown as Triple;
        const pool: Pool = { ...chosen, pad: [pad, pad] };
        const { out } = plainConvolution({ ...pool, filters: 1 });
        fc.pre(out.every((count) => count > 0));
        expectPools(memory, pool);
      }),
      { numRuns: 100 },
    );
  });

  test('a value that is no number is the largest', () => {
    memory.reset();
    const geometry = memory.words([1, 1, 2, 2, 4, 1, 2, 2, 1, 2, 2, 0, 0, 0, 1, 1, 1]);
    const [x, y, places] = [memory.allocate(16), memory.allocate(4), memory.allocate(1)];
    memory.view(x, 16).set([1, 2, NaN, -1, NaN, 3, 5, -1, 7, NaN, 6, -Infinity, 9, 1, NaN, -2]);
    memory.kernels.maxPoolPlaces(geometry, x, y, places, 0, 1);
    expect([...memory.view(y, 4)]).toEqual([NaN, NaN, NaN, -1]);
    expect([...memory.bytes(places, 4)]).toEqual([1, 2, 0, 0]);
    memory.kernels.maxPool(geometry, x, y, 0, 1);
    expect([...memory.view(y, 4)]).toEqual([NaN, NaN, NaN, -1]);
  });
});

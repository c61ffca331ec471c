import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Convolution, convolve, filterGradient, inputGradient, sizes } from './testing/convolve.js';
import { KernelMemory } from './testing/kernel-memory.js';

type Pair = readonly [number, number];

interface Setting {
  readonly batch: number;
  readonly image: Pair;
  readonly filter: Pair;
  readonly strides?: Pair;
  readonly channels: number;
  readonly filters: number;
  /** Rows and columns before the image, and after it. */
  readonly pad?: readonly [Pair, Pair];
}

function convolutionOf(setting: Setting): Convolution {
  const { strides = [1, 1], pad = [[0, 0], [0, 0]] } = setting; // prettier-ignore
  const out = [0, 1].map((axis) => {
    const [before = 0, after = 0] = [pad[0][axis], pad[1][axis]];
    const room = (setting.image[axis] ?? 0) + before + after - (setting.filter[axis] ?? 0);
    return Math.floor(room / (strides[axis] ?? 1)) + 1;
  }) as [number, number];
  return { ...setting, strides, dilations: [1, 1], groups: 1, pad: pad[0], out };
}

/** The largest error, as a part of the largest sum of absolute products; Infinity if anything else is wrong. */
function errors(memory: KernelMemory, c: Convolution): { y: number; dx: number; dFilter: number } {
  memory.reset();
  const { kernels } = memory;
  const size = sizes(c);
  const geometry = memory.words([
    ...[c.batch, ...c.image, c.channels, ...c.filter, ...c.strides, ...c.pad, ...c.out, c.filters],
  ]);
  const [x, filter, dy] = [memory.noise(size.x, 1), memory.noise(size.filter, 2), memory.noise(size.y, 3)];
  const bias = memory.noise(c.filters, 4);
  const values = (address: number, count: number): Float64Array =>
    Float64Array.from(memory.view(address, count));

  /** Computes on as many threads, each with scratch memory of its own. */
  const shared = (
    units: number,
    threads: number,
    scratchBytes: number,
    run: (scratch: number, first: number, last: number) => void,
  ): void => {
    for (let thread = 0; thread < threads; thread++) {
      const scratch = memory.noise(Math.ceil(scratchBytes / 4), 5);
      run(scratch, Math.floor((units * thread) / threads), Math.floor((units * (thread + 1)) / threads));
      if (!memory.isIntact(scratch, Math.ceil(scratchBytes / 4)))
        throw new Error('More scratch memory was used.');
    }
  };
  const onThreads = (threads: number): Record<'y' | 'dx' | 'dFilter', number> => {
    const [y, dx, dFilter] = [memory.allocate(size.y), memory.allocate(size.x), memory.allocate(size.filter)];
    shared(c.batch, threads, kernels.convolutionScratch(geometry), (scratch, first, last) => {
      kernels.convolution(geometry, x, filter, bias, y, 0, scratch, first, last);
    });
    shared(c.batch, threads, kernels.inputGradientScratch(geometry), (scratch, first, last) => {
      kernels.inputGradient(geometry, dy, filter, dx, scratch, first, last);
    });
    const sums = memory.allocate(kernels.filterGradientSums(geometry) / 4);
    const parts = kernels.filterGradientParts(geometry);
    shared(parts, threads, kernels.filterGradientScratch(geometry), (scratch, first, last) => {
      kernels.filterGradient(geometry, x, dy, sums, scratch, first, last);
    });
    kernels.filterGradientSum(geometry, sums, dFilter);
    return { y, dx, dFilter };
  };
  const one = onThreads(1);
  const two = onThreads(2);

  const from = { x: values(x, size.x), filter: values(filter, size.filter), dy: values(dy, size.y) };
  const forward = convolve(c, from.x, from.filter);
  const shift = values(bias, c.filters);
  forward.values.forEach(
    (value, i) => (forward.values[i] = Math.max(0, value + (shift[i % c.filters] ?? NaN))),
  );
  const expected = {
    y: forward,
    dx: inputGradient(c, from.dy, from.filter),
    dFilter: filterGradient(c, from.x, from.dy),
  };
  const error = (name: 'y' | 'dx' | 'dFilter'): number => {
    const { values: wanted, scale } = expected[name];
    const [actual, again] = [memory.view(one[name], wanted.length), memory.view(two[name], wanted.length)];
    if (!memory.isIntact(one[name], wanted.length) || !actual.every((value, i) => Object.is(value, again[i])))
      return Infinity;
    const largest = scale.reduce((most, value) => Math.max(most, value), 0);
    return (
      wanted.reduce((most, value, i) => Math.max(most, Math.abs((actual[i] ?? NaN) - value)), 0) /
      (largest || 1)
    );
  };
  return { y: error('y'), dx: error('dx'), dFilter: error('dFilter') };
}

const same: Setting['pad'] = [[1, 1], [1, 1]]; // prettier-ignore

describe.each(['portable', 'fastest'] as const)('convolutions, %s', (numerics) => {
  let memory: KernelMemory;

  beforeAll(async () => {
    memory = await KernelMemory.create(numerics);
  });

  const expectSmall = (setting: Setting, limit: number): void => {
    const { y, dx, dFilter } = errors(memory, convolutionOf(setting));
    expect(y, 'y').toBeLessThan(limit);
    expect(dx, 'dx').toBeLessThan(limit);
    expect(dFilter, 'dFilter').toBeLessThan(limit);
  };

  test.each<Setting>([
    { batch: 3, image: [8, 8], filter: [3, 3], channels: 8, filters: 8, pad: same },
    { batch: 2, image: [14, 14], filter: [3, 3], channels: 16, filters: 8, pad: same },
    { batch: 2, image: [11, 6], filter: [3, 3], channels: 12, filters: 20 },
    { batch: 1, image: [3, 3], filter: [3, 3], channels: 8, filters: 12 },
    { batch: 2, image: [1, 1], filter: [3, 3], channels: 8, filters: 8, pad: same },
    { batch: 2, image: [6, 9], filter: [3, 3], channels: 8, filters: 16, pad: [[2, 0], [0, 1]] },
    { batch: 2, image: [40, 40], filter: [3, 3], channels: 32, filters: 32, pad: same },
    { batch: 2, image: [13, 13], filter: [2, 2], channels: 16, filters: 32 },
    { batch: 3, image: [7, 5], filter: [2, 2], channels: 8, filters: 8, pad: [[0, 0], [1, 1]] },
    { batch: 1, image: [4, 4], filter: [2, 2], channels: 12, filters: 8, pad: [[1, 1], [1, 1]] },
  ])('by Winograd: $image, $filter, $channels to $filters', (setting) => {
    expectSmall(setting, 1e-6);
  }); // prettier-ignore

  test.each<Setting>([
    { batch: 5, image: [28, 28], filter: [2, 2], channels: 1, filters: 16 },
    { batch: 2, image: [28, 28], filter: [3, 3], channels: 16, filters: 1, pad: same },
    { batch: 2, image: [32, 32], filter: [3, 3], strides: [2, 2], channels: 32, filters: 64, pad: [[0, 0], [1, 1]] },
    { batch: 2, image: [7, 7], filter: [1, 1], channels: 5, filters: 9 },
    { batch: 2, image: [7, 8], filter: [1, 1], strides: [2, 3], channels: 5, filters: 9 },
    { batch: 2, image: [9, 1], filter: [5, 1], channels: 8, filters: 16, pad: [[2, 0], [2, 0]] },
  ])('in place: $image, $filter, $strides, $channels to $filters', (setting) => {
    expectSmall(setting, 3e-7);
  }); // prettier-ignore

  test('any geometry', () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    const pair = (max: number): fc.Arbitrary<[number, number]> => fc.tuple(size(max), size(max));
    const pads = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
    const setting = fc.record({
      batch: size(3),
      image: pair(11),
      filter: fc.oneof(pair(4), fc.constantFrom<Pair>([3, 3], [2, 2])),
      strides: fc.oneof(pair(3), fc.constant<Pair>([1, 1])),
      channels: fc.oneof(size(9), fc.constantFrom(8, 12)),
      filters: fc.oneof(size(12), fc.constantFrom(8, 16)),
      pad: fc.tuple(pads, pads),
    });
    fc.assert(
      fc.property(setting, (chosen) => {
        const c = convolutionOf(chosen);
        fc.pre(Math.min(...c.out) > 0);
        const { y, dx, dFilter } = errors(memory, c);
        return Math.max(y, dx, dFilter) < 1.2e-6;
      }),
      { numRuns: 150 },
    );
  });
});

import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Product, convolutionErrors, plainConvolution } from './testing/convolution-errors.js';
import type { Convolution } from './testing/convolve.js';
import { KernelMemory, kernelVariants } from './testing/kernel-memory.js';

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
  const { pad = [[0, 0], [0, 0]], strides = [1, 1] } = setting; // prettier-ignore
  return plainConvolution({
    ...setting,
    image: [1, ...setting.image],
    filter: [1, ...setting.filter],
    strides: [1, ...strides],
    pad: [[0, ...pad[0]], [0, ...pad[1]]], // prettier-ignore
  });
}

function errorsOf(memory: KernelMemory, c: Convolution): Record<Product, number> {
  const plain = ({ image, filter, strides, pad, out }: Convolution): number[] => [
    ...[c.batch, ...image.slice(1), c.channels, ...filter.slice(1)],
    ...[...strides.slice(1), ...pad.slice(1), ...out.slice(1), c.filters],
  ];
  const { kernels } = memory;
  return convolutionErrors(memory, c, plain(c), {
    ...kernels,
    scratch: (geometry) =>
      Math.max(
        kernels.convolutionScratch(geometry),
        kernels.inputGradientScratch(geometry),
        kernels.filterGradientScratch(geometry),
      ),
  });
}

const same: Setting['pad'] = [[1, 1], [1, 1]]; // prettier-ignore

describe.each(kernelVariants)('convolutions, $numerics, in pairs: $wide', ({ numerics, wide }) => {
  let memory: KernelMemory;

  beforeAll(async () => {
    memory = await KernelMemory.create(numerics, wide);
  });

  const expectSmall = (setting: Setting, limit: number): void => {
    const { y, dx, dFilter } = errorsOf(memory, convolutionOf(setting));
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
    { batch: 2, image: [5, 100], filter: [3, 3], channels: 32, filters: 32, pad: same },
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
        const { y, dx, dFilter } = errorsOf(memory, c);
        return Math.max(y, dx, dFilter) < 1.5e-6;
      }),
      { numRuns: 150 },
    );
  });
});

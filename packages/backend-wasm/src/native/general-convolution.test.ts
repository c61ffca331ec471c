import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Product,
  type Setting,
  convolutionErrors,
  plainConvolution,
} from './testing/convolution-errors.js';
import type { Triple } from './testing/convolve.js';
import { KernelMemory, kernelVariants } from './testing/kernel-memory.js';

function errorsOf(memory: KernelMemory, setting: Setting): Record<Product, number> {
  const c = plainConvolution(setting);
  const { kernels } = memory;
  const words = [
    ...[c.batch, ...c.image, c.channels, ...c.filter, ...c.strides, ...c.dilations],
    ...[...c.pad, ...c.out, c.filters, c.groups],
  ];
  return convolutionErrors(memory, c, words, {
    convolution: kernels.generalConvolution,
    inputGradient: kernels.generalInputGradient,
    filterGradient: kernels.generalFilterGradient,
    filterGradientParts: kernels.generalFilterGradientParts,
    filterGradientSums: kernels.generalFilterGradientSums,
    filterGradientSum: kernels.generalFilterGradientSum,
    scratch: kernels.generalScratch,
  });
}

describe.each(kernelVariants)('general convolutions, $numerics, in pairs: $wide', ({ numerics, wide }) => {
  let memory: KernelMemory;

  beforeAll(async () => {
    memory = await KernelMemory.create(numerics, wide);
  });

  test.each<[string, Setting]>([
    ['of volumes', { batch: 2, image: [6, 7, 8], filter: [3, 3, 3], channels: 4, filters: 8, pad: [[1, 1, 1], [1, 1, 1]] }],
    ['with strides', { batch: 2, image: [7, 9, 8], filter: [2, 3, 3], channels: 3, filters: 5, strides: [2, 2, 3] }],
    ['dilated', { batch: 2, image: [1, 13, 11], filter: [1, 3, 3], channels: 8, filters: 8, dilations: [1, 2, 3], pad: [[0, 2, 3], [0, 2, 3]] }],
    ['causal', { batch: 3, image: [1, 1, 40], filter: [1, 1, 3], channels: 8, filters: 16, dilations: [1, 1, 4], pad: [[0, 0, 8], [0, 0, 0]] }],
    ['in groups', { batch: 2, image: [1, 9, 9], filter: [1, 3, 3], channels: 16, filters: 24, groups: 2, strides: [1, 2, 2] }],
    ['in groups of one', { batch: 2, image: [1, 6, 6], filter: [1, 2, 2], channels: 6, filters: 6, groups: 6 }],
    ['of more images than are copied together', { batch: 2, image: [9, 16, 16], filter: [1, 3, 3], channels: 16, filters: 16 }],
  ])('%s', (_, setting) => {
    const { y, dx, dFilter } = errorsOf(memory, setting);
    expect(y, 'y').toBeLessThan(1e-6);
    expect(dx, 'dx').toBeLessThan(1e-6);
    expect(dFilter, 'dFilter').toBeLessThan(1e-6);
  }); // prettier-ignore

  test('any geometry', () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    const triple = (max: number): fc.Arbitrary<Triple> => fc.tuple(size(max), size(max), size(max));
    const pad = fc.tuple(
      ...[0, 0, 0].map(() => fc.integer({ min: 0, max: 2 })),
    ) as unknown as fc.Arbitrary<Triple>;
    const setting = fc.record({
      batch: size(2),
      image: triple(7),
      filter: triple(3),
      strides: triple(3),
      dilations: triple(3),
      groups: size(3),
      channelsOfGroup: size(5),
      filtersOfGroup: size(9),
      pad: fc.tuple(pad, pad),
    });
    fc.assert(
      fc.property(setting, ({ channelsOfGroup, filtersOfGroup, ...chosen }) => {
        const { groups, strides } = chosen;
        const complete = {
          ...chosen,
          channels: groups * channelsOfGroup,
          filters: groups * filtersOfGroup,
          strides: strides.map((stride, axis) =>
            (chosen.dilations[axis] ?? 1) > 1 ? 1 : stride,
          ) as unknown as Triple,
        };
        fc.pre(plainConvolution(complete).out.every((count) => count > 0));
        const { y, dx, dFilter } = errorsOf(memory, complete);
        return Math.max(y, dx, dFilter) < 1.5e-6;
      }),
      { numRuns: 100 },
    );
  });
});

import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Setting, convolutionErrors, plainConvolution } from './testing/convolution-errors.js';
import type { Triple } from './testing/convolve.js';
import { KernelMemory } from './testing/kernel-memory.js';

/** The worst of the three products. */
function errorOf(memory: KernelMemory, setting: Setting): number {
  const c = plainConvolution(setting);
  const { kernels } = memory;
  const words = [
    ...[c.batch, ...c.image.slice(1), c.channels, c.filters / c.channels, ...c.filter.slice(1)],
    ...[...c.strides.slice(1), ...c.dilations.slice(1), ...c.pad.slice(1), ...c.out.slice(1)],
  ];
  const { y, dx, dFilter } = convolutionErrors(memory, c, words, {
    convolution: (geometry, x, filter, bias, to, low, _, first, last) => {
      kernels.depthwise(geometry, x, filter, bias, to, low, first, last);
    },
    inputGradient: (geometry, dy, filter, to, _, first, last) => {
      kernels.depthwiseInputGradient(geometry, dy, filter, to, first, last);
    },
    filterGradient: (geometry, x, dy, sums, _, first, last) => {
      kernels.depthwiseFilterGradient(geometry, x, dy, sums, first, last);
    },
    filterGradientParts: kernels.depthwiseFilterGradientParts,
    filterGradientSums: kernels.depthwiseFilterGradientSums,
    filterGradientSum: kernels.depthwiseFilterGradientSum,
    scratch: () => 0,
  });
  return Math.max(y, dx, dFilter);
}

describe.each(['portable', 'fastest'] as const)('depthwise convolutions, %s', (numerics) => {
  let memory: KernelMemory;

  beforeAll(async () => {
    memory = await KernelMemory.create(numerics);
  });

  test('equal the definition, whole and in parts', () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    const image = (max: number): fc.Arbitrary<Triple> => fc.tuple(fc.constant(1), size(max), size(max));
    const pad = fc.tuple(...[2, 2].map((max) => fc.integer({ min: 0, max }))) as fc.Arbitrary<
      [number, number]
    >;
    const setting = fc.record({
      batch: size(3),
      image: image(9),
      filter: image(3),
      strides: image(3),
      dilations: image(2),
      channels: fc.oneof(size(9), fc.integer({ min: 16, max: 21 })),
      multiplier: fc.constantFrom(1, 1, 2, 3),
      pads: fc.tuple(pad, pad),
    });
    fc.assert(
      fc.property(setting, ({ multiplier, pads, ...chosen }) => {
        const { channels } = chosen;
        const complete: Setting = {
          ...chosen,
          groups: channels,
          filters: channels * multiplier,
          pad: [[0, ...pads[0]], [0, ...pads[1]]], // prettier-ignore
        };
        fc.pre(plainConvolution(complete).out.every((count) => count > 0));
        expect(errorOf(memory, complete)).toBeLessThan(3e-7);
      }),
      { numRuns: 100 },
    );
  });
});

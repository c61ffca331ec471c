import { type InputSpec, type Shape, knownDim } from '@myelin/core';

/** What normalizations demand of their input: its number of axes, and sizes along these that never change. */
export function fixedSizes(axes: readonly number[], inputShape: Shape, who: string): InputSpec {
  return {
    rank: inputShape.length,
    axes: Object.fromEntries(axes.map((axis) => [axis, knownDim(inputShape, axis, who)])),
  };
}

import { maskOf } from '@myelin/core';
import { type BinaryOp, expandDims, logicalOr, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * The mask that an input carries, with as many axes as the input.
 *
 * It is read here and not asked for with `takesMask`, since Keras' graphs hold no edge for it.
 */
export function countsOf(x: Tensor): Tensor | null {
  let mask = maskOf(x);
  while (mask !== null && mask.rank < x.rank) mask = expandDims(mask, { axis: -1 });
  return mask;
}

/** One of two for each element, among those that count; where only one counts, it is that one. */
export function chooseCounted(choose: BinaryOp, inputs: readonly Tensor[]): Tensor {
  const counted = inputs.map((x) => ({ x, counts: countsOf(x) }));
  return counted.reduce((a, b) => {
    const right = b.counts === null ? b.x : where(b.counts, b.x, a.x);
    const left = a.counts === null ? a.x : where(a.counts, a.x, right);
    const counts = a.counts && b.counts && logicalOr(a.counts, b.counts);
    return { x: choose(left, right), counts };
  }).x;
}

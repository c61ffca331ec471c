import { expandDims, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Both with the same number of axes where they differ by one of size 1: `[batch]` against `[batch, 1]`.
 *
 * @example
 * ```ts
 * sameRank(tensor([1, 2]), tensor([[3], [4]]))[0].shape; // [2, 1]
 * ```
 * @see Keras `keras.src.losses.loss.squeeze_or_expand_to_same_rank`
 */
export function sameRank(a: Tensor, b: Tensor): [Tensor, Tensor] {
  if (a.rank === b.rank) return [a, b];
  if (a.rank === b.rank - 1) {
    if (b.shape.at(-1) === 1)
      return a.rank === 1 ? [expandDims(a, { axis: -1 }), b] : [a, squeeze(b, { axis: -1 })];
  }
  if (a.rank === b.rank + 1 && a.shape.at(-1) === 1) {
    return b.rank === 1 ? [a, expandDims(b, { axis: -1 })] : [squeeze(a, { axis: -1 }), b];
  }
  return [a, b];
}

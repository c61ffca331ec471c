import {
  type Tensor,
  cast,
  equal,
  expandDims,
  greater,
  less,
  logicalAnd,
  scalar,
  sub,
  sum,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { toFloat } from './promote.js';

export interface InTopKOptions {
  readonly k: number;
}

/**
 * Whether fewer than `k` classes are predicted more strongly than the target; not for classes that do not exist, nor
 * in rows with NaN or infinities.
 *
 * Classes `[...]` and `[..., classes]` → `[...]`.
 *
 * @example
 * ```ts
 * inTopK(tensor([0, 0], 'int32'), tensor([[0.2, 0.3, 0.5], [0.4, 0.1, 0.5]]), { k: 2 }); // [false, true]
 * ```
 * @see Keras `keras.ops.in_top_k`
 */
export const inTopK: (<A extends Operand, B extends Operand>(
  targets: A,
  predictions: B,
  options: InTopKOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'InTopK',
  module: 'math',
  operands: 2,
  options: ['k'],
  call: (targets: Tensor, predictions: Tensor, { k }: InTopKOptions) => {
    const scores = toFloat(predictions);
    const classes = indices(scores.shape.at(-1) ?? 0);
    const isTarget = equal(expandDims(cast(targets, 'int32'), -1), classes);
    const score = sum(where(isTarget, scores, zerosLike(scores)), -1, true);
    const stronger = sum(cast(greater(scores, score), 'float32'), -1);
    const exists = greater(sum(cast(isTarget, 'float32'), -1), 0);
    // Zero, unless something in the row is NaN or infinite.
    const finite = equal(sum(sub(scores, scores), -1), 0);
    return logicalAnd(logicalAnd(exists, finite), less(stronger, scalar(k)));
  },
});

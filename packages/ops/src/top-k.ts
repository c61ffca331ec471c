import { type Tensor, topk } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

export interface TopKOptions {
  readonly k: number;
}

/**
 * The `k` largest elements along the last axis, largest first, and where they stand (int32). Of ties, the first.
 *
 * `[..., n]` → two of `[..., k]`.
 *
 * @example
 * ```ts
 * topK(tensor([1, 9, 4]), { k: 2 })[1]; // [1, 2]
 * ```
 * @see Keras `keras.ops.top_k`
 */
export const topK: (<X extends Operand>(x: X, options: TopKOptions) => [Result<X>, Result<X>]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'TopK',
    module: 'math',
    options: ['k'],
    call: (x: Tensor, { k }: TopKOptions) => {
      const { values, indices } = topk(toFloat(x), k, true);
      return [values, indices];
    },
  });

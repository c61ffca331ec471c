import { type Tensor, expandDims, mul, sum, topk } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { withGradient } from './gradients/with-gradient.js';
import { oneHot } from './one-hot.js';
import { toFloat } from './promote.js';

export interface TopKOptions {
  readonly k: number;
  /** Whether the largest comes first; it does anyway. @defaultValue true */
  readonly sorted?: boolean;
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
    options: ['k', 'sorted'],
    call(x: Tensor, { k }: TopKOptions) {
      const floats = toFloat(x);
      return withGradient(
        { x: floats },
        () => {
          const { values, indices } = topk(floats, k, true);
          return { outputs: [values, indices], kept: [indices] };
        },
        ([upstream], [indices]) => ({
          x: () => putBack(upstream as Tensor, indices as Tensor, floats.shape),
        }),
      );
    },
  });

/** Each number at the place that it came from. */
function putBack(values: Tensor, places: Tensor, shape: readonly number[]): Tensor {
  const where = oneHot(places, { numClasses: shape.at(-1) ?? 0 });
  return sum(mul(expandDims(values, -1), where), -2);
}

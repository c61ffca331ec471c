import type { Tensor } from '@tensorflow/tfjs-core';
import { concatenate } from './concatenate.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/**
 * Tensors joined along their second axis, or the only one.
 *
 * @example
 * ```ts
 * hstack([tensor([[1], [2]]), tensor([[3], [4]])]); // [[1, 3], [2, 4]]
 * ```
 * @see Keras `keras.ops.hstack`
 */
export const hstack: (<X extends Operand>(xs: readonly X[]) => Result<X>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Hstack',
    module: 'numpy',
    call: (xs: readonly Tensor[]) => concatenate(xs, { axis: xs[0]?.rank === 1 ? 0 : 1 }),
  });

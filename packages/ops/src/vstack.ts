import type { Tensor } from '@tensorflow/tfjs-core';
import { concatenate } from './concatenate.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/**
 * Tensors joined along their first axis. Those of one axis are joined end to end, as Keras does, not as rows.
 *
 * @example
 * ```ts
 * vstack([tensor([[1, 2]]), tensor([[3, 4]])]); // [[1, 2], [3, 4]]
 * ```
 * @see Keras `keras.ops.vstack`
 */
export const vstack: (<X extends Operand>(xs: readonly X[]) => Result<X>) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'Vstack',
    module: 'numpy',
    call: (xs: readonly Tensor[]) => concatenate(xs),
  });

import { type Tensor, elu as tfElu } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Exponential linear unit: `y = x` for `x > 0`, else `eˣ - 1`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * elu(tensor([2, 0])); // [2, 0]
 * ```
 * @see Keras `keras.ops.elu`
 */
export const elu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Elu',
  module: 'nn',
  call: (x: Tensor) => tfElu(toFloat(x)),
});

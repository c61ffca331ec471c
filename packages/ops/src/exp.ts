import { type Tensor, exp as tfExp } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Exponential: `y = eˣ`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * exp(tensor([0, 1])); // [1, 2.7182817]
 * ```
 * @see Keras `keras.ops.exp`
 */
export const exp: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Exp',
  module: 'numpy',
  call: (x: Tensor) => tfExp(toFloat(x)),
});

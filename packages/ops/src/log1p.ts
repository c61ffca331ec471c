import { type Tensor, log1p as tfLog1p } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Logarithm of one more, exact near zero: `y = ln(1 + x)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * log1p(tensor([0, 1.7182818])); // [0, 1]
 * ```
 * @see Keras `keras.ops.log1p`
 */
export const log1p: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Log1p',
  module: 'numpy',
  call: (x: Tensor) => tfLog1p(toFloat(x)),
});

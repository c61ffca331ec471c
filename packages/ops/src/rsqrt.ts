import { type Tensor, rsqrt as tfRsqrt } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Reciprocal of the square root: `y = 1 / √x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * rsqrt(tensor([4, 0.25])); // [0.5, 2]
 * ```
 * @see Keras `keras.ops.rsqrt`
 */
export const rsqrt: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Rsqrt',
  module: 'math',
  call: (x: Tensor) => tfRsqrt(toFloat(x)),
});

import { type Tensor, abs } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Absolute value: `y = |x|`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * absolute(tensor([-1.5, 2])); // [1.5, 2]
 * ```
 * @see Keras `keras.ops.absolute`
 */
export const absolute: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Absolute',
  module: 'numpy',
  call: (x: Tensor) => abs(x),
});

import { type Tensor, square as tfSquare } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Square: `y = x²`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * square(tensor([-3, 2])); // [9, 4]
 * ```
 * @see Keras `keras.ops.square`
 */
export const square: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Square',
  module: 'numpy',
  call: (x: Tensor) => tfSquare(x),
});

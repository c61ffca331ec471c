import { type Tensor, onesLike as tfOnesLike } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Ones of the same shape and type.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * onesLike(tensor([3, 4])); // [1, 1]
 * ```
 * @see Keras `keras.ops.ones_like`
 */
export const onesLike: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'OnesLike',
  module: 'numpy',
  call: (x: Tensor) => tfOnesLike(x),
});

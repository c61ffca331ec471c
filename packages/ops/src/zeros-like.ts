import { type Tensor, zerosLike as tfZerosLike } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Zeros of the same shape and type.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * zerosLike(tensor([3, 4])); // [0, 0]
 * ```
 * @see Keras `keras.ops.zeros_like`
 */
export const zerosLike: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'ZerosLike',
  module: 'numpy',
  call: (x: Tensor) => tfZerosLike(x),
});

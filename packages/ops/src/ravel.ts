import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * All elements along one axis.
 *
 * Any shape → `[size]`.
 *
 * @example
 * ```ts
 * ravel(tensor([[1, 2], [3, 4]])); // [1, 2, 3, 4]
 * ```
 * @see Keras `keras.ops.ravel`
 */
export const ravel: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Ravel',
  module: 'numpy',
  call: (x: Tensor) => reshape(x, [-1]),
});

import { type Tensor, reverse } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * The columns in reverse order.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * fliplr(tensor([[1, 2], [3, 4]])); // [[2, 1], [4, 3]]
 * ```
 * @see Keras `keras.ops.fliplr`
 */
export const fliplr: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fliplr',
  module: 'numpy',
  call: (x: Tensor) => reverse(x, [1]),
});

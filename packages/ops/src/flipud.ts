import { type Tensor, reverse } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * The rows in reverse order.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * flipud(tensor([[1, 2], [3, 4]])); // [[3, 4], [1, 2]]
 * ```
 * @see Keras `keras.ops.flipud`
 */
export const flipud: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Flipud',
  module: 'numpy',
  call: (x: Tensor) => reverse(x, [0]),
});

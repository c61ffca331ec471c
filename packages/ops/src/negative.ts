import { type Tensor, neg } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Sign changed: `y = -x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * negative(tensor([-1, 2])); // [1, -2]
 * ```
 * @see Keras `keras.ops.negative`
 */
export const negative: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Negative',
  module: 'numpy',
  call: (x: Tensor) => neg(x),
});

import { type Tensor, relu as tfRelu } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Rectified linear unit: `y = max(x, 0)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * relu(tensor([-1, 2])); // [0, 2]
 * ```
 * @see Keras `keras.ops.relu`
 */
export const relu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Relu',
  module: 'nn',
  call: (x: Tensor) => tfRelu(x),
});

import { type Tensor, sigmoid as tfSigmoid } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Logistic function: `y = 1 / (1 + e⁻ˣ)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sigmoid(tensor([0])); // [0.5]
 * ```
 * @see Keras `keras.ops.sigmoid`
 */
export const sigmoid: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sigmoid',
  module: 'nn',
  call: (x: Tensor) => tfSigmoid(toFloat(x)),
});

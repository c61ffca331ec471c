import { type Tensor, softplus as tfSoftplus } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Smooth rectifier: `y = ln(1 + eˣ)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * softplus(tensor([0])); // [0.6931472]
 * ```
 * @see Keras `keras.ops.softplus`
 */
export const softplus: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Softplus',
  module: 'nn',
  call: (x: Tensor) => tfSoftplus(toFloat(x)),
});

import { type Tensor, selu as tfSelu } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Scaled exponential linear unit: `y = 1.0507 · elu(x, 1.6733)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * selu(tensor([1, 0])); // [1.050701, 0]
 * ```
 * @see Keras `keras.ops.selu`
 */
export const selu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Selu',
  module: 'nn',
  call: (x: Tensor) => tfSelu(toFloat(x)),
});

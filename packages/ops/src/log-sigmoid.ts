import type { Tensor } from '@tensorflow/tfjs-core';
import { negative } from './negative.js';
import { softplus } from './softplus.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Logarithm of the sigmoid: `y = -log(1 + e⁻ˣ)`, without overflow.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * logSigmoid(tensor([0, -100])); // [-0.6931, -100]
 * ```
 * @see Keras `keras.ops.log_sigmoid`
 */
export const logSigmoid: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'LogSigmoid',
  module: 'nn',
  call: (x: Tensor) => negative(softplus(negative(x))),
});

import { type Tensor, erf as tfErf } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Error function: `y = 2/√π ∫₀ˣ e^(-t²) dt`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * erf(tensor([0, 1])); // [0, 0.8427008]
 * ```
 * @see Keras `keras.ops.erf`
 */
export const erf: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Erf',
  module: 'math',
  call: (x: Tensor) => tfErf(toFloat(x)),
});

import { type Tensor, tanh as tfTanh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Hyperbolic tangent: `y = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * tanh(tensor([0, 1])); // [0, 0.7615942]
 * ```
 * @see Keras `keras.ops.tanh`
 */
export const tanh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Tanh',
  module: 'numpy',
  call: (x: Tensor) => tfTanh(toFloat(x)),
});

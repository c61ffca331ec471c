import { type Tensor, asinh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Inverse of the hyperbolic sine: `y = sinh⁻¹ x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arcsinh(tensor([0, 1])); // [0, 0.881374]
 * ```
 * @see Keras `keras.ops.arcsinh`
 */
export const arcsinh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arcsinh',
  module: 'numpy',
  call: (x: Tensor) => asinh(toFloat(x)),
});

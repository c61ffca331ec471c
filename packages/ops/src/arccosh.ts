import { type Tensor, acosh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Inverse of the hyperbolic cosine: `y = cosh⁻¹ x`; NaN below 1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arccosh(tensor([1, 2])); // [0, 1.316958]
 * ```
 * @see Keras `keras.ops.arccosh`
 */
export const arccosh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arccosh',
  module: 'numpy',
  call: (x: Tensor) => acosh(toFloat(x)),
});

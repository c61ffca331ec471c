import { type Tensor, asin } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Angle whose sine is `x`: `y = sin⁻¹ x`, from -π/2 to π/2; NaN beyond 1 and -1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arcsin(tensor([0, 1])); // [0, 1.570796]
 * ```
 * @see Keras `keras.ops.arcsin`
 */
export const arcsin: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arcsin',
  module: 'numpy',
  call: (x: Tensor) => asin(toFloat(x)),
});

import { type Tensor, atan } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Angle whose tangent is `x`: `y = tan⁻¹ x`, from -π/2 to π/2.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arctan(tensor([0, 1])); // [0, 0.785398]
 * ```
 * @see Keras `keras.ops.arctan`
 */
export const arctan: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arctan',
  module: 'numpy',
  call: (x: Tensor) => atan(toFloat(x)),
});

import { type Tensor, acos } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Angle whose cosine is `x`: `y = cos⁻¹ x`, from 0 to π; NaN beyond 1 and -1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arccos(tensor([1, 0])); // [0, 1.570796]
 * ```
 * @see Keras `keras.ops.arccos`
 */
export const arccos: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arccos',
  module: 'numpy',
  call: (x: Tensor) => acos(toFloat(x)),
});

import { type Tensor, atanh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Inverse of the hyperbolic tangent: `y = tanh⁻¹ x`; NaN beyond 1 and -1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * arctanh(tensor([0, 0.5])); // [0, 0.549306]
 * ```
 * @see Keras `keras.ops.arctanh`
 */
export const arctanh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Arctanh',
  module: 'numpy',
  call: (x: Tensor) => atanh(toFloat(x)),
});

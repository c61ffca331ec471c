import { type Tensor, sinh as tfSinh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Hyperbolic sine: `y = (eˣ - e⁻ˣ) / 2`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sinh(tensor([0, 1])); // [0, 1.175201]
 * ```
 * @see Keras `keras.ops.sinh`
 */
export const sinh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sinh',
  module: 'numpy',
  call: (x: Tensor) => tfSinh(toFloat(x)),
});

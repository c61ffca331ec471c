import { type Tensor, cosh as tfCosh } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Hyperbolic cosine: `y = (eˣ + e⁻ˣ) / 2`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * cosh(tensor([0, 1])); // [1, 1.543081]
 * ```
 * @see Keras `keras.ops.cosh`
 */
export const cosh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cosh',
  module: 'numpy',
  call: (x: Tensor) => tfCosh(toFloat(x)),
});

import { type Tensor, div, mul, onesLike, sin, where } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { toFloat } from './promote.js';

/**
 * Normalized sine: `y = sin(πx) / (πx)`, and 1 at 0.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sinc(tensor([0, 0.5])); // [1, 0.63662]
 * ```
 * @see Keras `keras.ops.sinc`
 */
export const sinc: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sinc',
  module: 'numpy',
  call: (x: Tensor) => {
    const angle = mul(toFloat(x), Math.PI);
    const isZero = equal(angle, 0);
    // Dividing by 0 first and choosing afterwards would leave NaN in the gradient.
    const safe = where(isZero, onesLike(angle), angle);
    return where(isZero, onesLike(angle), div(sin(safe), safe));
  },
});

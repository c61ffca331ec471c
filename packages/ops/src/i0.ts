import { type Tensor, div, exp, mul, sqrt, square, where } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { polynomial } from './internal/polynomial.js';
import { less } from './less.js';
import { maximum } from './maximum.js';
import { minimum } from './minimum.js';
import { toFloat } from './promote.js';

/** Coefficients of `(x / 3.75)²`, for `|x|` up to 3.75. */
const small = [1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813];

/** Coefficients of `3.75 / |x|`, beyond, of the function divided by `e^|x| / √|x|`. */
const large = [
  0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633,
  0.00392377,
];

/**
 * Modified Bessel function of the first kind and order 0: `y = Σ (x² / 4)ᵏ / k!²`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * i0(tensor([0, 1])); // [1, 1.266066]
 * ```
 * @see Keras `keras.ops.i0`; Abramowitz and Stegun, "Handbook of mathematical functions", 1964, 9.8.1 and 9.8.2
 */
export const i0: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'I0',
  module: 'numpy',
  call: (x: Tensor) => {
    const size = absolute(toFloat(x));
    const isSmall = less(size, 3.75);
    const near = polynomial(square(div(minimum(size, 3.75), 3.75)), small);
    const far = maximum(size, 3.75);
    return where(isSmall, near, mul(div(exp(far), sqrt(far)), polynomial(div(3.75, far), large)));
  },
});

import {
  type Tensor,
  abs,
  add,
  customGrad,
  div,
  exp,
  less,
  mul,
  neg,
  square,
  sub,
  where,
} from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { polynomial } from './internal/polynomial.js';
import { toFloat } from './promote.js';

/**
 * Complementary error function: `y = 1 - erf(x) = 2/√π ∫ₓ^∞ e^(-t²) dt`, also exact where it is tiny.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * erfc(tensor([0, 1])); // [1, 0.1573]
 * ```
 * @see Keras `keras.ops.erfc`; Press et al., Numerical Recipes, 1992, chapter 6.2, for the approximation.
 */
export const erfc: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Erfc',
  module: 'math',
  call: (x: Tensor) => complement(toFloat(x)),
});

const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

function complement(x: Tensor): Tensor {
  return customGrad((input, save) => {
    const z = input as Tensor;
    (save as (tensors: Tensor[]) => void)([z]);
    const t = div(1, add(mul(abs(z), 0.5), 1));
    const exponent = polynomial(t, coefficients);
    const tail = mul(t, exp(sub(exponent, square(z))));
    return {
      value: where(less(z, 0), sub(2, tail), tail),
      gradFunc: (dy: Tensor, [saved]: Tensor[]) =>
        mul(dy, mul(exp(neg(square(saved as Tensor))), -2 / Math.sqrt(Math.PI))),
    };
  })(x);
}

import {
  type Tensor,
  add,
  customGrad,
  exp,
  less,
  log,
  mul,
  neg,
  sqrt,
  square,
  sub,
  where,
} from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { polynomial } from './internal/polynomial.js';
import { toFloat } from './promote.js';

/**
 * What the error function turns round: `erf(y) = x`. Infinite at -1 and 1, NaN beyond.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * erfinv(tensor([0, 0.8427008])); // [0, 1]
 * ```
 * @see Keras `keras.ops.erfinv`; Giles, Approximating the erfinv function, 2010.
 */
export const erfinv: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Erfinv',
  module: 'math',
  call: (x: Tensor) => inverse(toFloat(x)),
});

/** By powers of `w - 2.5`, where `w = -log(1 - x²)` is below 5; else by those of `√w - 3`. */
const central = [
  1.50140941, 0.246640727, -0.00417768164, -0.00125372503, 0.00021858087, -4.39150654e-6, -3.5233877e-6,
  3.43273939e-7, 2.81022636e-8,
];
const outer = [
  2.83297682, 1.00167406, 0.00943887047, -0.0076224613, 0.00573950773, -0.00367342844, 0.00134934322,
  0.000100950558, -0.000200214257,
];

function inverse(x: Tensor): Tensor {
  return customGrad((input, save) => {
    const z = input as Tensor;
    const w = neg(log(mul(sub(1, z), add(1, z))));
    const near = polynomial(sub(w, 2.5), central);
    const far = polynomial(sub(sqrt(w), 3), outer);
    const factor = where(less(w, 5), near, far);
    const y = mul(where(less(w, Infinity), factor, w), z);
    (save as (tensors: Tensor[]) => void)([y]);
    return {
      value: y,
      gradFunc: (dy: Tensor, [saved]: Tensor[]) =>
        mul(dy, mul(exp(square(saved as Tensor)), Math.sqrt(Math.PI) / 2)),
    };
  })(x);
}

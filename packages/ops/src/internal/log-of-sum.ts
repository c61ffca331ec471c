import { type Tensor, add, div, exp, isNaN, log1p, mul, neg, sub, where } from '@tensorflow/tfjs-core';
import { absolute } from '../absolute.js';
import { maximum } from '../maximum.js';
import { offTape } from '../off-tape.js';

/** `ln(e^(a · unit) + e^(b · unit)) / unit`: the logarithm of a sum of powers of `e^unit`. */
export function logOfSum(a: Tensor, b: Tensor, unit: number): Tensor {
  const apart = sub(a, b);
  const rest = div(log1p(exp(neg(mul(absolute(apart), unit)))), unit);
  // Equal infinities are infinite, and NaN stays NaN.
  const unknown = offTape(() => isNaN(apart));
  return where(unknown, add(a, b), add(maximum(a, b), rest));
}

import { type Tensor, add, div, expandDims, mul, sub } from '@tensorflow/tfjs-core';

/** `1 / x`, and 0 where `x` is 0. */
export function reciprocals(x: Tensor): Tensor {
  return div(x, add(mul(x, x), 1e-20));
}

/** `1 / (xⱼ - xᵢ)`, and 0 on the diagonal: `[batch, n]` → `[batch, n, n]`. */
export function reciprocalGaps(x: Tensor): Tensor {
  return reciprocals(sub(expandDims(x, -2), expandDims(x, -1)));
}

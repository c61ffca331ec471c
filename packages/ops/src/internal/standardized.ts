import { type Tensor, add, mul, neg, rsqrt } from '@tensorflow/tfjs-core';

/** Moments, and what comes after them, in shapes that broadcast to what is standardized. */
export interface Standardization {
  readonly mean: Tensor;
  readonly variance: Tensor;
  readonly epsilon: number;
  readonly scale: Tensor | null;
  readonly offset: Tensor | null;
}

/** `scale · (x - mean) / √(variance + epsilon) + offset`, as one product and one sum. */
export function standardized(x: Tensor, { mean, variance, epsilon, scale, offset }: Standardization): Tensor {
  const deviation = rsqrt(add(variance, epsilon));
  const factor = scale === null ? deviation : mul(deviation, scale);
  const shift = neg(mul(mean, factor));
  return add(mul(x, factor), offset === null ? shift : add(shift, offset));
}

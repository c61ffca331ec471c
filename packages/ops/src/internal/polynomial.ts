import { type Tensor, add, mul, scalar } from '@tensorflow/tfjs-core';

/** By Horner's rule, the lowest coefficient first. */
export function polynomial(x: Tensor, coefficients: readonly number[]): Tensor {
  return coefficients.reduceRight<Tensor>((sum, coefficient) => add(mul(sum, x), coefficient), scalar(0));
}

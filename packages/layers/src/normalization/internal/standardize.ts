import { add, mean as average, multiply, rsqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

interface StandardizeOptions {
  /** The axes that mean and variance are taken over. */
  readonly axis: readonly number[];
  readonly epsilon: number;
  /** Weights that broadcast to the input. */
  readonly gamma: Tensor | null;
  readonly beta: Tensor | null;
  /** Whether the mean is taken off for the variance only. @defaultValue false */
  readonly keepsMean?: boolean;
}

/** `gamma · (x - mean) / √(variance + epsilon) + beta`. */
export function standardize(
  x: Tensor,
  { axis, epsilon, gamma, beta, keepsMean = false }: StandardizeOptions,
): Tensor {
  const centered = subtract(x, average(x, { axis, keepdims: true }));
  const variance = average(square(centered), { axis, keepdims: true });
  const deviation = rsqrt(add(variance, epsilon));
  const factor = gamma === null ? deviation : multiply(deviation, gamma);
  const y = multiply(keepsMean ? x : centered, factor);
  return beta === null ? y : add(y, beta);
}

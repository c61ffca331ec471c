import type { NdArray } from '@myelin/core';

/**
 * `R² = 1 - Σ(t - p)² / Σ(t - mean(t))²`: the share of the variance that predictions explain.
 *
 * @example
 * ```ts
 * r2(NdArray.from([1, 2, 3]), NdArray.from([1, 2, 3])); // 1
 * r2(NdArray.from([1, 2, 3]), NdArray.from([2, 2, 2])); // 0
 * ```
 */
export function r2(truth: NdArray, predicted: NdArray): number {
  const real = Array.from(truth.data, Number);
  const said = Array.from(predicted.data, Number);
  const mean = real.reduce((sum, value) => sum + value, 0) / real.length;
  const error = real.reduce((sum, value, i) => sum + (value - (said[i] ?? NaN)) ** 2, 0);
  return 1 - error / real.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

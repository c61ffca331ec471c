import type { NdArray } from '@myelin/core';

/**
 * `Σ (a - b)² / n` over all elements of two arrays of floats: how much is lost where one shall be the other.
 *
 * @example
 * ```ts
 * meanSquaredError(NdArray.from([1, 2]), NdArray.from([1, 4])); // 2
 * ```
 */
export function meanSquaredError(a: NdArray, b: NdArray): number {
  const [left, right] = [a.data as Float32Array, b.data as Float32Array];
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += ((left[i] ?? NaN) - (right[i] ?? NaN)) ** 2;
  return sum / left.length;
}

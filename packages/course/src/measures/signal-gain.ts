import { NdArray } from '@myelin/core';
import { meanSquaredError } from './mean-squared-error.js';

/**
 * How far `cleaned` is closer to `truth` than `noisy` is, in decibels: `10 · log₁₀(mse(noisy) / mse(cleaned))`, the
 * difference of their peak signal-to-noise ratios. What pixels cannot be, below 0 and above 1, is cut off `noisy` first.
 *
 * @example
 * ```ts
 * const truth = NdArray.from([0.5, 0.5]);
 * signalGain(truth, NdArray.from([0.3, 0.7]), NdArray.from([0.52, 0.48])); // 20
 * ```
 */
export function signalGain(truth: NdArray, noisy: NdArray, cleaned: NdArray): number {
  const cut = (noisy.data as Float32Array).map((value) => Math.min(1, Math.max(0, value)));
  const before = meanSquaredError(new NdArray(cut, noisy.shape), truth);
  return 10 * Math.log10(before / meanSquaredError(cleaned, truth));
}

import type { NdArray } from '@myelin/core';

/**
 * How many bits a symbol costs: the mean of `-log2 p(symbol)` over all symbols of all sequences.
 *
 * `truth [n, length]` holds numbers of symbols, and -1 where there is none; `predicted [n, length, symbols]`.
 *
 * @example
 * ```ts
 * symbolBits(NdArray.from([[1, 0, -1]]), NdArray.from([[[0.5, 0.5], [0.25, 0.75], [1, 0]]])); // 1.5
 * ```
 */
export function symbolBits(truth: NdArray, predicted: NdArray): number {
  const symbols = predicted.shape[2] ?? 0;
  const costs = Array.from(truth.data, Number).flatMap((symbol, i) =>
    symbol < 0 ? [] : [-Math.log2(Number(predicted.data[i * symbols + symbol]))],
  );
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

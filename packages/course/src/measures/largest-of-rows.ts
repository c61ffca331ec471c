import type { NdArray } from '@myelin/core';

/**
 * The place of the largest entry in each row: the class that probabilities `[n, classes]` speak for.
 *
 * @example
 * ```ts
 * largestOfRows(NdArray.from([[0.1, 0.9], [0.7, 0.3]])); // [1, 0]
 * ```
 */
export function largestOfRows(array: NdArray): number[] {
  const width = array.shape[1] ?? 1;
  const values = array.data as Float32Array;
  return Array.from({ length: array.shape[0] ?? 0 }, (_, i) => {
    const row = values.subarray(i * width, (i + 1) * width);
    return row.indexOf(Math.max(...row));
  });
}

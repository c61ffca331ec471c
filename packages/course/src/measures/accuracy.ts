import type { NdArray } from '@myelin/core';
import { largestOfRows } from './largest-of-rows.js';

/**
 * The share of the rows that are classified rightly: the largest probability, or a single one of at least a half, is that
 * of the label.
 *
 * `truth` holds class numbers `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`; `predicted` is `[n, classes]` or `[n, 1]`.
 *
 * @example
 * ```ts
 * accuracy(NdArray.from([1, 0]), NdArray.from([[0.2, 0.8], [0.3, 0.7]])); // 0.5
 * ```
 */
export function accuracy(truth: NdArray, predicted: NdArray): number {
  const said =
    predicted.shape[1] === 1
      ? Array.from(predicted.data, Number).map((chance) => (chance < 0.5 ? 0 : 1))
      : largestOfRows(predicted);
  const oneHot = truth.rank === 2 && truth.shape[1] !== 1;
  const labels = oneHot ? largestOfRows(truth) : Array.from(truth.data, Number);
  return labels.filter((label, i) => label === said[i]).length / said.length;
}

import type { NdArray } from '@myelin/core';
import { largestOfRows } from './largest-of-rows.js';

/**
 * The share of the sequences that are right as a whole: at every place the likeliest symbol is that of the truth.
 *
 * `truth [n, length]` holds numbers of symbols, `predicted [n, length, symbols]` what a model says where it is given the
 * symbols before. Where it sees no later ones, that is the share that greedy decoding gets right: as long as it has said
 * nothing wrong, it is given the truth.
 *
 * @example
 * ```ts
 * const predicted = NdArray.from([[[0.1, 0.9], [0.8, 0.2]], [[0.6, 0.4], [0.7, 0.3]]]);
 * exactMatch(NdArray.from([[1, 0], [0, 1]]), predicted); // 0.5
 * ```
 */
export function exactMatch(truth: NdArray, predicted: NdArray): number {
  const [count = 0, length = 0, symbols = 0] = predicted.shape;
  const said = largestOfRows(predicted.reshape([count * length, symbols]));
  const wrong = new Set<number>();
  for (const [i, symbol] of said.entries()) {
    if (symbol !== truth.data[i]) wrong.add(Math.floor(i / length));
  }
  return 1 - wrong.size / count;
}

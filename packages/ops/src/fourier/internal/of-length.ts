import { type Tensor, pad, slice } from '@tensorflow/tfjs-core';

/** Rows `[rows, n]` cut, or with zeros behind them, so that they have the wanted length. */
export function ofLength(x: Tensor, length: number): Tensor {
  const n = x.shape[1] ?? 0;
  if (n >= length) return n === length ? x : slice(x, [0, 0], [-1, length]);
  return pad(x, [[0, 0], [0, length - n]]); // prettier-ignore
}

import { type Tensor, reshape, slice } from '@tensorflow/tfjs-core';
import { toFloat } from '../../promote.js';
import { ofLength } from './of-length.js';
import { transformed } from './transformed.js';

/** The first half of the transform of real numbers along the last axis. */
export function spectrumOf(x: Tensor, length: number): [Tensor, Tensor] {
  const half = Math.floor(length / 2) + 1;
  const rows = reshape(toFloat(x), [-1, x.shape.at(-1) ?? 0]);
  return transformed([ofLength(rows, length), null]).map((part) =>
    reshape(slice(part, [0, 0], [-1, half]), [...x.shape.slice(0, -1), half]),
  ) as [Tensor, Tensor];
}

import type { Tensor } from '@tensorflow/tfjs-core';

/** How many whole numbers there are from 0 up to the largest element, or `least`. It is read: not in programs. */
export function countToLargest(x: Tensor, least = 0): number {
  return (x.dataSync() as Int32Array).reduce((most, value) => Math.max(most, value + 1), least);
}

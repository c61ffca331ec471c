import { type Tensor, slice } from '@tensorflow/tfjs-core';

/** The `size` elements along an axis from `start` on. */
export function partOfAxis(x: Tensor, axis: number, start: number, size: number): Tensor {
  const from = x.shape.map(() => 0).with(axis, start);
  return slice(x, from, x.shape.with(axis, size));
}

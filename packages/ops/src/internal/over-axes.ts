import { shapeSize } from '@myelin/core';
import { type Tensor, reshape, transpose } from '@tensorflow/tfjs-core';
import { onLastAxis } from '../on-last-axis.js';
import { fromStart } from './from-start.js';

/** Runs what only knows the last axis, and keeps its shape, on another one or on several at once; null stands for all. */
export function overAxes(
  x: Tensor,
  axis: number | readonly number[] | null,
  run: (x: Tensor) => Tensor,
): Tensor {
  if (typeof axis === 'number') return onLastAxis(x, axis, run);
  const all = x.shape.map((_, i) => i);
  const together = axis === null ? all : axis.map((one) => fromStart(one, x.rank));
  const kept = all.filter((i) => !together.includes(i));
  const order = [...kept, ...together];
  const moved = transpose(x, order);
  const rows = reshape(moved, [shapeSize(kept.map((i) => x.shape[i] ?? 1)), -1]);
  return transpose(
    reshape(run(rows), moved.shape),
    all.map((i) => order.indexOf(i)),
  );
}

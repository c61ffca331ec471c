import { type Tensor, transpose } from '@tensorflow/tfjs-core';

/** Runs what only knows the last axis on another one. */
export function onLastAxis(x: Tensor, axis: number, run: (x: Tensor) => Tensor): Tensor {
  const last = x.rank - 1;
  const wanted = axis < 0 ? axis + x.rank : axis;
  if (wanted === last) return run(x);
  const swapped = x.shape.map((_, i) => (i === wanted ? last : i === last ? wanted : i));
  return transpose(run(transpose(x, swapped)), swapped);
}

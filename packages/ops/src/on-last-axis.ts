import { type Tensor, reshape, transpose } from '@tensorflow/tfjs-core';
import { fromStart } from './internal/from-start.js';

/** Runs what only knows the last axis on another one, or with null on the flattened tensor. */
export function onLastAxis(x: Tensor, axis: number | null, run: (x: Tensor) => Tensor): Tensor {
  if (axis === null) return run(reshape(x, [-1]));
  const last = x.rank - 1;
  const wanted = fromStart(axis, x.rank);
  if (wanted === last) return run(x);
  const swapped = x.shape.map((_, i) => (i === wanted ? last : i === last ? wanted : i));
  return transpose(run(transpose(x, swapped)), swapped);
}

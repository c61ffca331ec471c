import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { fromStart } from './from-start.js';

/** A parameter in a shape that broadcasts along some axes of `shape`; one that has as many axes stays as it is. */
export function alongAxes(parameter: Tensor, shape: readonly number[], axes: readonly number[]): Tensor {
  if (parameter.rank === shape.length) return parameter;
  const along = new Set(axes.map((axis) => fromStart(axis, shape.length)));
  return reshape(
    parameter,
    shape.map((size, i) => (along.has(i) ? size : 1)),
  );
}

import { type Tensor, all, cast, isNaN, logicalNot, maximum, scalar, sum } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';
import { type ReduceOptions, axisOf } from '../reduce-options.js';
import { replaced } from './replaced.js';

/** The tensor with a number in the place of NaN; only floats can be NaN. */
export function withoutNan(x: Tensor, value: number): Tensor {
  return x.dtype === 'float32' ? replaced(x, () => isNaN(x), value) : x;
}

/** A value in the place of results of which every element was NaN. */
export function unlessAllNan(
  x: Tensor,
  { axis, keepdims = false }: ReduceOptions,
  result: Tensor,
  value: number,
): Tensor {
  if (x.dtype !== 'float32') return result;
  return replaced(result, () => all(isNaN(x), axisOf(axis), keepdims), value);
}

/** How many elements are not NaN, but at least 1: what a mean is divided by. */
export function countOfNumbers(x: Tensor, { axis, keepdims = false }: ReduceOptions): Tensor {
  return offTape(() =>
    maximum(sum(cast(logicalNot(isNaN(x)), 'float32'), axisOf(axis), keepdims), scalar(1)),
  );
}

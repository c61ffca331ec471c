import { type Tensor, cast, pad, reshape } from '@tensorflow/tfjs-core';
import type { RunningOptions } from '../running-options.js';
import { fromStart } from './from-start.js';
import { partOfAxis } from './part-of-axis.js';

/**
 * What `combine` makes of all elements up to each one.
 *
 * In steps of doubled length: after the first, each element has its neighbour, after the second the pair before it, and
 * so on. Programs have no kernel for running sums; tfjs-core has no gradient for running products.
 *
 * @see Hillis and Steele, "Data parallel algorithms", 1986
 */
export function running(
  x: Tensor,
  { axis = null, dtype = null }: RunningOptions,
  combine: (a: Tensor, b: Tensor) => Tensor,
  neutral: number,
): Tensor {
  const wanted = dtype ?? (x.dtype === 'bool' ? 'int32' : x.dtype);
  const typed = x.dtype === wanted ? x : cast(x, wanted);
  const whole = axis === null ? reshape(typed, [-1]) : typed;
  const along = axis === null ? 0 : fromStart(axis, x.rank);
  const length = whole.shape[along] ?? 1;
  let result = whole;
  for (let step = 1; step < length; step *= 2)
    result = combine(result, delayed(result, along, step, neutral));
  return result;
}

/** Moved on by some places, with the neutral element before. */
function delayed(x: Tensor, axis: number, by: number, neutral: number): Tensor {
  return pad(
    partOfAxis(x, axis, 0, (x.shape[axis] ?? 0) - by),
    x.shape.map((_, i) => [i === axis ? by : 0, 0]),
    neutral,
  );
}

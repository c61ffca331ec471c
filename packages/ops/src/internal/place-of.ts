import { type Tensor, expandDims, reshape } from '@tensorflow/tfjs-core';
import type { ArgmaxOptions } from '../argmax.js';
import { offTape } from '../off-tape.js';
import { toFloat } from '../promote.js';

/** Where `find` finds something: along an axis, or in the flattened tensor. */
export function placeOf(
  find: (x: Tensor, axis: number) => Tensor,
  x: Tensor,
  { axis = null, keepdims = false }: ArgmaxOptions,
): Tensor {
  // Programs look for the extremes of floats alone.
  const numbers = toFloat(x);
  const found = offTape(() => (axis === null ? find(reshape(numbers, [-1]), 0) : find(numbers, axis)));
  if (!keepdims) return found;
  return axis === null ? reshape(found, Array<number>(x.rank).fill(1)) : expandDims(found, axis);
}

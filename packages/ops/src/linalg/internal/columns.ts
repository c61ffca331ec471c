import {
  type Tensor,
  abs,
  expandDims,
  matMul,
  max,
  min,
  mul,
  neg,
  pad,
  slice,
  sum,
  where,
} from '@tensorflow/tfjs-core';
import { argsort } from '../../argsort.js';
import { greater } from '../../greater.js';
import { less } from '../../less.js';
import { oneHot } from '../../one-hot.js';
import { adjoint } from './matrices.js';

/** Matrices with one more column of zeros, or a row of them, too, if the number of columns is odd. */
export function padded(x: Tensor, sides: 'columns' | 'both'): Tensor {
  const missing = (x.shape[2] ?? 0) % 2;
  return pad(x, [[0, 0], [0, sides === 'both' ? missing : 0], [0, missing]]); // prettier-ignore
}

/**
 * Orthogonal columns `[batch, size, size]` from the smallest key to the largest, without what {@link padded} put there:
 * `[batch, n, n]`. The largest element of each is positive.
 */
export function ordered(keys: Tensor, columns: Tensor, n: number): readonly [keys: Tensor, columns: Tensor] {
  const [batch = 0, size = 0] = columns.shape;
  const own = slice(columns, [0, 0, 0], [batch, n, size]);
  const isOwn = greater(sum(abs(own), 1), 0.5);
  const order = slice(argsort(where(isOwn, keys, Infinity)), [0, 0], [batch, n]);
  const places = oneHot(order, { numClasses: size });
  const sorted = matMul(own, adjoint(places));
  const isNegative = less(max(sorted, 1), neg(min(sorted, 1)));
  const signs = where(isNegative, -1, 1);
  return [sum(mul(places, expandDims(keys, 1)), -1), mul(sorted, expandDims(signs, 1))];
}

import { type Tensor, onesLike, pow, sqrt, where, zerosLike } from '@tensorflow/tfjs-core';
import { greater } from '../greater.js';

/** A root of what is not negative. Its slope at 0 is infinite: there the gradient is 0 here. */
export function root(x: Tensor, order: number): Tensor {
  const isPositive = greater(x, 0);
  const safe = where(isPositive, x, onesLike(x));
  return where(isPositive, order === 2 ? sqrt(safe) : pow(safe, 1 / order), zerosLike(x));
}

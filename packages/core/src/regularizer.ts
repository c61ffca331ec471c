import type { Tensor } from '@tensorflow/tfjs-core';
import type { Serializable } from './wire.js';

/** A penalty on a tensor, added to the loss: a scalar. */
export interface Regularizer extends Serializable {
  (x: Tensor): Tensor;
}

/** A projection of a weight, applied after each update. */
export interface Constraint extends Serializable {
  (weight: Tensor): Tensor;
}

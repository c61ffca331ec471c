import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * One step of a simple recurrence: `hidden' = activation(z)`.
 *
 * @param z - `x · kernel + hidden · recurrentKernel + bias`, `[batch, units]`.
 * @see Elman, "Finding structure in time", 1990.
 */
export function simpleRnnStep(z: Tensor, activation: (x: Tensor) => Tensor): Tensor {
  return activation(z);
}

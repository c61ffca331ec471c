import { Tensor } from '@tensorflow/tfjs-core';

/** Whether a value is a tensor; one of another copy of tfjs-core is, too, because tfjs tells them by their methods. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}

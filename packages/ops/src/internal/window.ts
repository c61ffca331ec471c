import { type Tensor, tensor1d } from '@tensorflow/tfjs-core';

/** `[size]` values of a function that goes from -1 at the first place to 1 at the last one; of one place, 1. */
export function window(size: number, valueAt: (place: number) => number): Tensor {
  return tensor1d(
    Float32Array.from({ length: size }, (_, i) => (size === 1 ? 1 : valueAt((2 * i) / (size - 1) - 1))),
  );
}

import { maximum, multiply, rsqrt, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Vectors along an axis, brought to length 1; those shorter than 1e-7 are only made 1e7 times longer.
 *
 * @see Keras `keras.ops.normalize`
 */
export function unitVectors(x: Tensor, axis: number): Tensor {
  const squared = sum(square(x), { axis, keepdims: true });
  // The bound stands within the root, which is infinite at 0 and would make the gradient NaN.
  return multiply(x, rsqrt(maximum(squared, 1e-14)));
}

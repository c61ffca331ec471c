import { isTensor as isTfTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Whether something is a tensor with values; arrays and the symbolic tensors of graphs are none.
 *
 * @example
 * ```ts
 * isTensor(zeros([2])); // true
 * isTensor([0, 0]); // false
 * ```
 * @see Keras `keras.ops.is_tensor`
 */
export function isTensor(x: unknown): x is Tensor {
  return isTfTensor(x);
}

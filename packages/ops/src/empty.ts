import type { Tensor } from '@tensorflow/tfjs-core';
import { zeros } from './creation.js';

/**
 * A tensor whose values do not matter; they are zeros.
 *
 * @example
 * ```ts
 * empty([2]).shape; // [2]
 * ```
 * @see Keras `keras.ops.empty`
 */
export function empty(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): Tensor {
  return zeros(shape, dtype);
}

import type { Tensor } from '@tensorflow/tfjs-core';
import { eye } from './eye.js';

/**
 * The identity matrix: ones on the main diagonal, zeros elsewhere.
 *
 * @example
 * ```ts
 * identity(2); // [[1, 0], [0, 1]]
 * ```
 * @see Keras `keras.ops.identity`
 */
export function identity(n: number, dtype: 'float32' | 'int32' | 'bool' = 'float32'): Tensor {
  return eye(n, { dtype });
}

import type { Tensor } from '@tensorflow/tfjs-core';
import type { EyeOptions } from './eye.js';
import { maskOf } from './internal/mask-of.js';

/**
 * Ones on and below a diagonal, zeros above it.
 *
 * @example
 * ```ts
 * tri(2, { m: 3 }); // [[1, 0, 0], [1, 1, 0]]
 * ```
 * @see Keras `keras.ops.tri`
 */
export function tri(n: number, { m = null, k = 0, dtype = 'float32' }: EyeOptions = {}): Tensor {
  return maskOf(n, m ?? n, (row, column) => column - row <= k, dtype ?? 'float32');
}

import { type Tensor, cast } from '@tensorflow/tfjs-core';
import type { EyeOptions } from './eye.js';
import { maskOf } from './internal/diagonals.js';

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
  return cast(
    maskOf(n, m ?? n, (row, column) => column - row <= k),
    dtype ?? 'float32',
  );
}

import type { Tensor } from '@tensorflow/tfjs-core';
import { maskOf } from './internal/mask-of.js';

export interface EyeOptions {
  /** How many columns. @defaultValue as many as rows */
  readonly m?: number | null;
  /** 0 is the main diagonal, positive ones lie above it. @defaultValue 0 */
  readonly k?: number;
  /** @defaultValue 'float32' */
  readonly dtype?: 'float32' | 'int32' | 'bool' | null;
}

/**
 * Ones on a diagonal, zeros elsewhere.
 *
 * Keras on TensorFlow makes more rows and columns than asked for where the diagonal leaves some over on both sides.
 *
 * @example
 * ```ts
 * eye(2, { m: 3, k: 1 }); // [[0, 1, 0], [0, 0, 1]]
 * ```
 * @see Keras `keras.ops.eye`
 */
export function eye(n: number, { m = null, k = 0, dtype = 'float32' }: EyeOptions = {}): Tensor {
  return maskOf(n, m ?? n, (row, column) => column - row === k, dtype ?? 'float32');
}

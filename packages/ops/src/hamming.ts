import type { Tensor } from '@tensorflow/tfjs-core';
import { window } from './internal/window.js';

/**
 * Raised cosine window that is 0.08 at both ends (Hamming): `0.54 + 0.46 cos πt`, `t` from -1 to 1.
 *
 * @example
 * ```ts
 * hamming(3); // [0.08, 1, 0.08]
 * ```
 * @see Keras `keras.ops.hamming`
 */
export function hamming(size: number): Tensor {
  return window(size, (t) => 0.54 + 0.46 * Math.cos(Math.PI * t));
}

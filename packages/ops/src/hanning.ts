import type { Tensor } from '@tensorflow/tfjs-core';
import { window } from './internal/window.js';

/**
 * Raised cosine window that is 0 at both ends (von Hann): `0.5 + 0.5 cos πt`, `t` from -1 to 1.
 *
 * @example
 * ```ts
 * hanning(3); // [0, 1, 0]
 * ```
 * @see Keras `keras.ops.hanning`
 */
export function hanning(size: number): Tensor {
  return window(size, (t) => 0.5 + 0.5 * Math.cos(Math.PI * t));
}

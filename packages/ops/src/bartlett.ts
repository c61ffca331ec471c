import type { Tensor } from '@tensorflow/tfjs-core';
import { window } from './internal/window.js';

/**
 * Triangular window that is 0 at both ends (Bartlett).
 *
 * @example
 * ```ts
 * bartlett(5); // [0, 0.5, 1, 0.5, 0]
 * ```
 * @see Keras `keras.ops.bartlett`
 */
export function bartlett(size: number): Tensor {
  return window(size, (t) => 1 - Math.abs(t));
}

import type { Tensor } from '@tensorflow/tfjs-core';
import { window } from './internal/window.js';

/**
 * Window of three cosines that is 0 at both ends (Blackman): `0.42 + 0.5 cos πt + 0.08 cos 2πt`, `t` from -1 to 1.
 *
 * @example
 * ```ts
 * blackman(3); // [0, 1, 0]
 * ```
 * @see Keras `keras.ops.blackman`
 */
export function blackman(size: number): Tensor {
  return window(size, (t) => 0.42 + 0.5 * Math.cos(Math.PI * t) + 0.08 * Math.cos(2 * Math.PI * t));
}

import type { Tensor } from '@tensorflow/tfjs-core';
import { window } from './internal/window.js';

/**
 * Window with a side lobe that `beta` chooses (Kaiser): `I₀(β √(1 - t²)) / I₀(β)`, `t` from -1 to 1.
 *
 * @example
 * ```ts
 * kaiser(3, 2); // [0.438676, 1, 0.438676]
 * ```
 * @see Keras `keras.ops.kaiser`
 */
export function kaiser(size: number, beta: number): Tensor {
  return window(size, (t) => besselI0(beta * Math.sqrt(Math.max(1 - t * t, 0))) / besselI0(beta));
}

/** Its series, which ends where terms no longer count. */
function besselI0(x: number): number {
  let sum = 1;
  for (let k = 1, term = 1; term > sum * 1e-17; k++) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}

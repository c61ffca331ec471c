import { add, cos, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Half a period of a cosine: from 1 at the fraction 0 to `alpha` at 1, or from `top` with `1 - alpha` as its height. */
export function cosineFall(fraction: Tensor, alpha: number, top: Tensor | number = 1): Tensor {
  const height = multiply(multiply(0.5, top), add(1, cos(multiply(Math.PI, fraction))));
  return add(multiply(1 - alpha, height), alpha);
}

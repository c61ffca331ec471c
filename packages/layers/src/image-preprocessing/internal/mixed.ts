import { add, multiply, reshape, subtract, take } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What images of a batch are mixed with, `[batch]`: their order, and the part that stays. */
export interface Mix {
  readonly order: Tensor;
  readonly weights: Tensor;
}

/** Means of examples and those that they are mixed with: `w · x + (1 - w) · x[order]`. */
export function mixed(x: Tensor, { order, weights }: Mix): Tensor {
  const shares = reshape(weights, { newshape: [-1, ...x.shape.slice(1).map(() => 1)] });
  return add(multiply(shares, x), multiply(subtract(1, shares), take(x, order, { axis: 0 })));
}

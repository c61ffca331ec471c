import { reshape } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A weight with the axes of `x`; one that lies along the last axis broadcasts as it is. */
export function along(features: readonly number[], weight: Tensor, { rank, shape }: Tensor): Tensor {
  if (features.length === 1 && features[0] === rank - 1) return weight;
  return reshape(weight, { newshape: shape.map((size, one) => (features.includes(one) ? size : 1)) });
}

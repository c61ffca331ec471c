import type { Complete } from '@myelin/core';
import {
  add,
  clip,
  divide,
  greater,
  maximum,
  multiply,
  sqrt,
  square,
  stack,
  subtract,
  sum,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerConfig } from '../optimizer-spec.js';

type ClipOptions = Pick<Complete<OptimizerConfig>, 'clipnorm' | 'globalClipnorm' | 'clipvalue'>;

/** Gradients held within the bound that the options set, if they set one. */
export function clipGradients(gradients: readonly Tensor[], options: ClipOptions): readonly Tensor[] {
  const { clipnorm, globalClipnorm, clipvalue } = options;
  if (clipnorm !== null && clipnorm > 0) return gradients.map((gradient) => clipByNorm(gradient, clipnorm));
  if (globalClipnorm !== null && globalClipnorm > 0) return clipByGlobalNorm(gradients, globalClipnorm);
  if (clipvalue !== null && clipvalue > 0) {
    return gradients.map((gradient) => clip(gradient, { xMin: -clipvalue, xMax: clipvalue }));
  }
  return gradients;
}

function clipByNorm(gradient: Tensor, largest: number): Tensor {
  const norm = sqrt(sum(square(gradient)));
  return divide(multiply(gradient, largest), maximum(norm, largest));
}

function clipByGlobalNorm(gradients: readonly Tensor[], largest: number): Tensor[] {
  const norm = sqrt(sum(stack(gradients.map((gradient) => sum(square(gradient))))));
  const scale = where(greater(norm, largest), divide(largest, norm), 1);
  // Zero, unless the norm is infinite or not a number: then every gradient becomes NaN, as in Keras.
  const poison = subtract(norm, norm);
  return gradients.map((gradient) => multiply(gradient, add(scale, poison)));
}

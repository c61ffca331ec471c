import { broadcastTo, cast, expandDims, onesLike, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** One weight for each value: 1 if none are given; those of examples go to all of their values. */
export function weightsFor(values: Tensor, given: Tensor | null): Tensor {
  if (given === null) return cast(onesLike(values), { dtype: 'float32' });
  let weights = cast(given, { dtype: 'float32' });
  if (weights.rank > values.rank) weights = squeeze(weights, { axis: -1 });
  while (weights.rank < values.rank) weights = expandDims(weights, { axis: -1 });
  return broadcastTo(weights, { shape: values.shape });
}

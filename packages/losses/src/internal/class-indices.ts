import { squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Targets that are class indices, one for each of the predictions `[..., classes]`, without a last axis of size 1. */
export function classIndices(yTrue: Tensor, predictionRank: number): Tensor {
  return yTrue.rank === predictionRank && yTrue.shape.at(-1) === 1 ? squeeze(yTrue, { axis: -1 }) : yTrue;
}

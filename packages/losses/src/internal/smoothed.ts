import { add, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Targets with a part of them, `labelSmoothing`, replaced by `even`: what they would be if nothing were known. */
export function smoothed(yTrue: Tensor, labelSmoothing: number, even: number): Tensor {
  return labelSmoothing === 0 ? yTrue : add(multiply(yTrue, 1 - labelSmoothing), labelSmoothing * even);
}

import { mean, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** A series along an axis as its mean, what is off it, and its variance; the axis stays, with size 1. */
export interface AroundMean {
  readonly mean: Tensor;
  readonly off: Tensor;
  readonly variance: Tensor;
}

export function aroundMean(x: Tensor, axis: number): AroundMean {
  const middle = mean(x, { axis, keepdims: true });
  const off = subtract(x, middle);
  return { mean: middle, off, variance: mean(square(off), { axis, keepdims: true }) };
}

import { sqrt, square, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Options of constraints on the length of the vectors that a weight consists of. */
export interface NormOptions {
  /**
   * The axis or axes along which one vector lies: 0 for the inputs of each unit of a dense layer, `[0, 1, 2]` for the
   * filters of a two-dimensional convolution. @defaultValue 0
   */
  axis?: number | readonly number[];
}

/** What is added to lengths that are divided by. */
export const epsilon = 1e-7;

/** The Euclidean lengths along the axes, which stay with size 1. */
export function norms(weight: Tensor, axis: number | readonly number[]): Tensor {
  return sqrt(sum(square(weight), { axis, keepdims: true }));
}

import { type Tensor, mean as tfMean, reshape, squaredDifference } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { toFloat } from './promote.js';
import { axisOf } from './reduce-options.js';
import { stopGradient } from './stop-gradient.js';

export interface MomentsOptions {
  /** The axes over which the mean goes. */
  readonly axes: number | readonly number[];
  /** Whether these axes stay with size 1. @defaultValue false */
  readonly keepdims?: boolean;
  /** Over all replicas, of which there is one. @defaultValue false */
  readonly synchronized?: boolean;
}

/**
 * Mean and variance: `m = Σ x / n` and `v = Σ (x - m)² / n`.
 *
 * Any shape → two without the axes.
 *
 * @example
 * ```ts
 * moments(tensor([1, 3]), { axes: 0 }); // [2, 1]
 * ```
 * @see Keras `keras.ops.moments`
 */
export const moments: (<X extends Operand>(x: X, options: MomentsOptions) => [Result<X>, Result<X>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Moments',
  module: 'nn',
  options: ['axes', 'keepdims', 'synchronized'],
  call(x: Tensor, { axes, keepdims = false }: MomentsOptions) {
    const floats = toFloat(x);
    const centre = tfMean(floats, axisOf(axes), true);
    // Moving the centre does not change the variance.
    const variance = tfMean(squaredDifference(floats, stopGradient(centre)), axisOf(axes), keepdims);
    return [keepdims ? centre : reshape(centre, variance.shape), variance];
  },
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { greater } from './greater.js';
import { where } from './where.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface ThresholdOptions {
  /** Inputs up to this are replaced. */
  readonly threshold: number;
  /** What they are replaced by. */
  readonly defaultValue: number;
}

/**
 * What is large enough stays: `y = x` for `x > threshold`, else `defaultValue`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * threshold(tensor([0.2, 2]), { threshold: 1, defaultValue: -1 }); // [-1, 2]
 * ```
 * @see Keras `keras.ops.threshold`
 */
export const threshold: OptionOp<ThresholdOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Threshold',
  module: 'nn',
  options: ['threshold', 'defaultValue'],
  call: (x: Tensor, { threshold: least, defaultValue }: ThresholdOptions) =>
    where(greater(x, least), x, defaultValue),
});

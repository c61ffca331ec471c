import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { greater } from './greater.js';
import { less } from './less.js';
import { subtract } from './subtract.js';
import { where } from './where.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface SoftShrinkOptions {
  /** How far inputs move. @defaultValue 0.5 */
  readonly threshold?: number;
}

/**
 * Towards zero by `threshold`: `y = x - threshold` above it, `x + threshold` below its negative, else 0.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * softShrink(tensor([0.3, -2])); // [0, -1.5]
 * ```
 * @see Keras `keras.ops.soft_shrink`
 */
export const softShrink: OptionOp<SoftShrinkOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'SoftShrink',
  module: 'nn',
  options: ['threshold'],
  call: (x: Tensor, { threshold = 0.5 }: SoftShrinkOptions) =>
    where(greater(x, threshold), subtract(x, threshold), where(less(x, -threshold), add(x, threshold), 0)),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { greater } from './greater.js';
import { where } from './where.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface HardShrinkOptions {
  /** Up to which size inputs become zero. @defaultValue 0.5 */
  readonly threshold?: number;
}

/**
 * Zero near zero: `y = x` for `|x| > threshold`, else 0.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * hardShrink(tensor([0.3, -2])); // [0, -2]
 * ```
 * @see Keras `keras.ops.hard_shrink`
 */
export const hardShrink: OptionOp<HardShrinkOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'HardShrink',
  module: 'nn',
  options: ['threshold'],
  call: (x: Tensor, { threshold = 0.5 }: HardShrinkOptions) => where(greater(absolute(x), threshold), x, 0),
});

import { type Tensor, cast, onesLike as tfOnesLike } from '@tensorflow/tfjs-core';
import type { CastOptions } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface OnesLikeOptions {
  /** @defaultValue that of the given tensor */
  readonly dtype?: CastOptions['dtype'] | null;
}

/**
 * Ones of the same shape, and of the same type unless another is asked for.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * onesLike(tensor([3, 4])); // [1, 1]
 * ```
 * @see Keras `keras.ops.ones_like`
 */
export const onesLike: OptionOp<OnesLikeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'OnesLike',
  module: 'numpy',
  options: ['dtype'],
  call(x: Tensor, { dtype = null }: OnesLikeOptions) {
    const ones = tfOnesLike(x);
    return dtype === null || dtype === x.dtype ? ones : cast(ones, dtype);
  },
});

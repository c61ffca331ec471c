import { type Tensor, cast, zerosLike as tfZerosLike } from '@tensorflow/tfjs-core';
import type { CastOptions } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface ZerosLikeOptions {
  /** @defaultValue that of the given tensor */
  readonly dtype?: CastOptions['dtype'] | null;
}

/**
 * Zeros of the same shape, and of the same type unless another is asked for.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * zerosLike(tensor([3, 4])); // [0, 0]
 * ```
 * @see Keras `keras.ops.zeros_like`
 */
export const zerosLike: OptionOp<ZerosLikeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'ZerosLike',
  module: 'numpy',
  options: ['dtype'],
  call(x: Tensor, { dtype = null }: ZerosLikeOptions) {
    const zeros = tfZerosLike(x);
    return dtype === null || dtype === x.dtype ? zeros : cast(zeros, dtype);
  },
});

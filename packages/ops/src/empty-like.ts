import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { OnesLikeOptions } from './ones-like.js';
import { zerosLike } from './zeros-like.js';

/**
 * A tensor of the same shape whose values do not matter; they are zeros.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * emptyLike(tensor([3, 4])).shape; // [2]
 * ```
 * @see Keras `keras.ops.empty_like`
 */
export const emptyLike: OptionOp<OnesLikeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'EmptyLike',
  module: 'numpy',
  options: ['dtype'],
  call: (x: Tensor, options: OnesLikeOptions) => zerosLike(x, options),
});

import { type Tensor, broadcastTo, fill } from '@tensorflow/tfjs-core';
import { cast } from './cast.js';
import { type OpClass, type Operand, type Result, type Value, defineOp } from './define-op.js';
import type { OnesLikeOptions } from './ones-like.js';

/**
 * A number everywhere, in the same shape, and in the same type unless another is asked for.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * fullLike(tensor([3, 4]), 7); // [7, 7]
 * ```
 * @see Keras `keras.ops.full_like`
 */
export const fullLike: (<X extends Operand, V extends Value>(
  x: X,
  fillValue: V,
  options?: OnesLikeOptions,
) => Result<V | X>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'FullLike',
  module: 'numpy',
  operands: 2,
  options: ['dtype'],
  call: (x: Tensor, fillValue: Tensor | number, { dtype = null }: OnesLikeOptions) => {
    const wanted = dtype ?? (x.dtype as NonNullable<OnesLikeOptions['dtype']>);
    if (typeof fillValue === 'number') return cast(fill(x.shape, fillValue), { dtype: wanted });
    return broadcastTo(cast(fillValue, { dtype: wanted }), x.shape);
  },
});

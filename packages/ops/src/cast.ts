import { type Tensor, cast as tfCast } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface CastOptions {
  readonly dtype: 'float32' | 'int32' | 'bool';
}

/**
 * The elements in another type; floats lose their fraction on the way to int32.
 *
 * @example
 * ```ts
 * cast(tensor([1.7, -1.7]), { dtype: 'int32' }); // [1, -1]
 * ```
 * @see Keras `keras.ops.cast`
 */
export const cast: OptionOp<CastOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cast',
  module: 'core',
  options: ['dtype'],
  call: (x: Tensor, { dtype }: CastOptions) => (x.dtype === dtype ? x : tfCast(x, dtype)),
});

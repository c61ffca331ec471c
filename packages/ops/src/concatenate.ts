import { type Tensor, concat } from '@tensorflow/tfjs-core';
import { type OpClass, type ListOp, defineOp } from './define-op.js';

export interface ConcatenateOptions {
  /** @defaultValue 0 */
  readonly axis?: number;
}

/**
 * Tensors joined along an axis; the other sizes agree.
 *
 * @example
 * ```ts
 * concatenate([tensor([1]), tensor([2, 3])]); // [1, 2, 3]
 * ```
 * @see Keras `keras.ops.concatenate`
 */
export const concatenate: ListOp<ConcatenateOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Concatenate',
  module: 'numpy',
  options: ['axis'],
  call: (xs: readonly Tensor[], { axis = 0 }: ConcatenateOptions) => concat([...xs], axis),
});

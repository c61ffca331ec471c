import { type Tensor, stack as tfStack } from '@tensorflow/tfjs-core';
import { type OpClass, type ListOp, defineOp } from './define-op.js';

export interface StackOptions {
  /** Where the new axis stands. @defaultValue 0 */
  readonly axis?: number;
}

/**
 * Tensors of one shape joined along a new axis.
 *
 * @example
 * ```ts
 * stack([tensor([1, 2]), tensor([3, 4])]); // [[1, 2], [3, 4]]
 * ```
 * @see Keras `keras.ops.stack`
 */
export const stack: ListOp<StackOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Stack',
  module: 'numpy',
  options: ['axis'],
  call: (xs: readonly Tensor[], { axis = 0 }: StackOptions) => tfStack([...xs], axis),
});

import { type Tensor, transpose as tfTranspose } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface TransposeOptions {
  /** Where each axis of the result comes from. @defaultValue all axes in reverse */
  readonly axes?: readonly number[] | null;
}

/**
 * The axes in another order.
 *
 * @example
 * ```ts
 * transpose(tensor([[1, 2], [3, 4]])); // [[1, 3], [2, 4]]
 * ```
 * @see Keras `keras.ops.transpose`
 */
export const transpose: OptionOp<TransposeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Transpose',
  module: 'numpy',
  options: ['axes'],
  call: (x: Tensor, { axes }: TransposeOptions) => tfTranspose(x, axes ? [...axes] : undefined),
});

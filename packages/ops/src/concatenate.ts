import { type Tensor, cast, concat } from '@tensorflow/tfjs-core';
import { type OpClass, type ListOp, defineOp } from './define-op.js';

export interface ConcatenateOptions {
  /** @defaultValue 0 */
  readonly axis?: number;
}

/**
 * Tensors joined along an axis; the other sizes agree. Their types become one, as in arithmetic.
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
  call: (xs: readonly Tensor[], { axis = 0 }: ConcatenateOptions) => concat(ofOneType(xs), axis),
});

function ofOneType(xs: readonly Tensor[]): Tensor[] {
  const dtype = (['float32', 'int32'] as const).find((wider) => xs.some((x) => x.dtype === wider));
  return xs.map((x) => (dtype === undefined || x.dtype === dtype ? x : cast(x, dtype)));
}

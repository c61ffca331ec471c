import { type Tensor, reshape } from '@tensorflow/tfjs-core';
import { concatenate } from './concatenate.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

export interface AppendOptions {
  /** @defaultValue both tensors are flattened */
  readonly axis?: number | null;
}

/**
 * The elements of two tensors one after the other, flattened unless there is an axis.
 *
 * @example
 * ```ts
 * append(tensor([[1], [2]]), tensor([3])); // [1, 2, 3]
 * ```
 * @see Keras `keras.ops.append`
 */
export const append: (<A extends Operand, B extends Operand>(
  a: A,
  b: B,
  options?: AppendOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Append',
  module: 'numpy',
  operands: 2,
  options: ['axis'],
  call: (a: Tensor, b: Tensor, { axis = null }: AppendOptions) =>
    axis === null ? concatenate([reshape(a, [-1]), reshape(b, [-1])]) : concatenate([a, b], { axis }),
});

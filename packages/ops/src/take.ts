import { type Tensor, type Tensor1D, gather, reshape } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { indicesFromStart } from './internal/from-start.js';

export interface TakeOptions {
  /** The axis the indices count along. @defaultValue the flattened tensor */
  readonly axis?: number | null;
}

/**
 * The entries at given indices: rows of a table, columns of a matrix. Negative indices count from the end.
 *
 * `x [..., n, ...]` and `indices [...]` → `x` with the axis replaced by the axes of the indices.
 *
 * @example
 * ```ts
 * take(tensor([10, 20, 30]), tensor([2, 0])); // [30, 10]
 * ```
 * @see Keras `keras.ops.take`
 */
export const take: (<X extends Operand, I extends Operand>(
  x: X,
  indices: I,
  options?: TakeOptions,
) => Result<X | I>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Take',
  module: 'numpy',
  operands: 2,
  options: ['axis'],
  call: (x: Tensor, indices: Tensor, { axis = null }: TakeOptions) =>
    axis === null
      ? gather(reshape(x, [-1]), indicesFromStart(indices, x.size) as Tensor1D)
      : gather(x, indicesFromStart(indices, x.shape.at(axis) ?? 1) as Tensor1D, axis),
});

import { type Tensor, cast, gather } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

export interface TakeOptions {
  /** The axis the indices count along. @defaultValue 0 */
  readonly axis?: number;
}

/**
 * The entries at given indices: rows of a table, columns of a matrix.
 *
 * `x [..., n, ...]` and `indices [...]` → `x` with the axis replaced by the axes of the indices.
 *
 * @example
 * ```ts
 * take(tensor([10, 20, 30]), tensor([2, 0])); // [30, 10]
 * ```
 * @see Keras `keras.ops.take`, with `axis` 0 where Keras flattens.
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
  // tfjs-core has a gradient for indices, and refuses it because they are integers.
  call: (x: Tensor, indices: Tensor, { axis = 0 }: TakeOptions) =>
    gather(
      x,
      offTape(() => cast(indices, 'int32')),
      axis,
    ),
});

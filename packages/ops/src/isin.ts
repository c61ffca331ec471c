import { type Tensor, expandDims, reshape } from '@tensorflow/tfjs-core';
import { any } from './any.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { logicalNot } from './logical-not.js';
import { offTape } from './off-tape.js';

export interface IsinOptions {
  /** That the values are all different, which makes no difference here. @defaultValue false */
  readonly assumeUnique?: boolean;
  /** Whether the elements that are none of the values are wanted. @defaultValue false */
  readonly invert?: boolean;
}

/**
 * Whether each element is one of some values.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isin(tensor([1, 2, 3]), tensor([3, 1])); // [true, false, true]
 * ```
 * @see Keras `keras.ops.isin`
 */
export const isin: (<A extends Operand, B extends Operand>(
  x: A,
  values: B,
  options?: IsinOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'IsIn',
  module: 'numpy',
  operands: 2,
  options: ['assumeUnique', 'invert'],
  call: (x: Tensor, values: Tensor, { invert = false }: IsinOptions) =>
    offTape(() => {
      const found = any(equal(expandDims(x, -1), reshape(values, [-1])), { axis: -1 });
      return invert ? logicalNot(found) : found;
    }),
});

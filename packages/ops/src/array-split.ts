import { type Tensor, split } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

export interface ArraySplitOptions {
  /** How many pieces. */
  readonly indicesOrSections: number;
  /** @defaultValue 0 */
  readonly axis?: number;
}

/**
 * A tensor cut along an axis into so many pieces, of which the first ones may be longer by one.
 *
 * Any shape → a list of tensors.
 *
 * @example
 * ```ts
 * arraySplit(tensor([1, 2, 3]), { indicesOrSections: 2 }); // [[1, 2], [3]]
 * ```
 * @see Keras `keras.ops.array_split`
 */
export const arraySplit: (<X extends Operand>(x: X, options: ArraySplitOptions) => Result<X>[]) & OpClass =
  /* @__PURE__ */ defineOp({
    className: 'ArraySplit',
    module: 'numpy',
    options: ['indicesOrSections', 'axis'],
    call: (x: Tensor, { indicesOrSections: count, axis = 0 }: ArraySplitOptions) => {
      const size = x.shape.at(axis) ?? 1;
      const longer = size % count;
      const sizes = Array.from({ length: count }, (_, i) => Math.floor(size / count) + (i < longer ? 1 : 0));
      return split(x, sizes, axis);
    },
  });

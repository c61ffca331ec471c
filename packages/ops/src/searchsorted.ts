import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { countBefore } from './internal/count-before.js';
import { ShapeError, formatShape } from '@myelin/core';

export interface SearchsortedOptions {
  /** On which side of equal elements. @defaultValue 'left' */
  readonly side?: 'left' | 'right';
}

/**
 * Where values would stand in a sorted sequence: how many of its elements are smaller, or with `right` not larger. int32.
 *
 * `[n]` and `[...]` → `[...]`.
 *
 * @example
 * ```ts
 * searchsorted(tensor([1, 2, 3]), tensor([2, 2.5])); // [1, 2]
 * ```
 * @throws ShapeError when the sequence has not one axis.
 * @see Keras `keras.ops.searchsorted`
 */
export const searchsorted: (<A extends Operand, B extends Operand>(
  sorted: A,
  values: B,
  options?: SearchsortedOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SearchSorted',
  module: 'numpy',
  operands: 2,
  options: ['side'],
  call: (sorted: Tensor, values: Tensor, { side = 'left' }: SearchsortedOptions) => {
    if (sorted.rank !== 1) {
      throw new ShapeError({
        who: 'searchsorted',
        expected: 'a sequence of one axis',
        got: formatShape(sorted.shape),
      });
    }
    return countBefore(sorted, values, side);
  },
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { ascendingOrder, gatherInRows } from './internal/along-last-axis.js';
import { onLastAxis } from './on-last-axis.js';

export interface SortOptions {
  /** The axis along which is sorted; null sorts the flattened tensor. @defaultValue -1 */
  readonly axis?: number | null;
}

/**
 * The elements from the smallest to the largest.
 *
 * Any shape → the same shape; `[size]` if `axis` is null.
 *
 * @example
 * ```ts
 * sort(tensor([3, 1, 2])); // [1, 2, 3]
 * ```
 * @see Keras `keras.ops.sort`
 */
export const sort: OptionOp<SortOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sort',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis = -1 }: SortOptions) =>
    onLastAxis(x, axis, (rows) => gatherInRows(rows, ascendingOrder(rows))),
});

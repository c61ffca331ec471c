import { type Tensor, concat, reverse, split } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { ascendingOrder } from './internal/along-last-axis.js';
import { fromStart } from './internal/from-start.js';
import { onLastAxis } from './on-last-axis.js';
import type { SortOptions } from './sort.js';

export interface ArgpartitionOptions extends SortOptions {
  /** The place whose element is the one of the sorted tensor. */
  readonly kth: number;
}

/**
 * Where the elements stand, in an order in which those before the place `kth` are not larger than the one there, and those
 * after it not smaller. int32.
 *
 * Any shape → the same shape; `[size]` if `axis` is null.
 *
 * @example
 * ```ts
 * argpartition(tensor([7, 1, 5]), { kth: 0 }); // [1, 0, 2]
 * ```
 * @see Keras `keras.ops.argpartition`
 */
export const argpartition: OptionOp<ArgpartitionOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Argpartition',
  module: 'numpy',
  options: ['kth', 'axis'],
  call: (x: Tensor, { kth, axis = -1 }: ArgpartitionOptions) =>
    onLastAxis(x, axis, (rows) => {
      const order = ascendingOrder(rows);
      const size = rows.shape.at(-1) ?? 1;
      const below = fromStart(kth, size) + 1;
      const [first, rest] = split(order, [below, size - below], -1) as [Tensor, Tensor];
      return concat([first, reverse(rest, [-1])], -1);
    }),
});

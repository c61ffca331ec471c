import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { ascendingOrder } from './internal/along-last-axis.js';
import { onLastAxis } from './on-last-axis.js';
import type { SortOptions } from './sort.js';

/**
 * Where the elements stand, from the smallest to the largest; ties keep their order. int32.
 *
 * Any shape → the same shape; `[size]` if `axis` is null.
 *
 * @example
 * ```ts
 * argsort(tensor([3, 1, 2])); // [1, 2, 0]
 * ```
 * @see Keras `keras.ops.argsort`
 */
export const argsort: OptionOp<SortOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Argsort',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis = -1 }: SortOptions) => onLastAxis(x, axis, ascendingOrder),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { quantiles } from './internal/quantiles.js';
import type { ReduceOptions } from './reduce-options.js';

/**
 * The element in the middle, or the mean of the two there; NaN where there is NaN. Always a float.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * median(tensor([9, 1, 3, 4])); // 3.5
 * ```
 * @see Keras `keras.ops.median`
 */
export const median: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Median',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => quantiles(x, 0.5, options, false),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { quantiles } from './internal/quantiles.js';
import type { ReduceOptions } from './reduce-options.js';

/**
 * The element in the middle of those that are not NaN, or the mean of the two there; NaN if all are. Always a float.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanmedian(tensor([9, NaN, 3, 4])); // 4
 * ```
 * @see Keras `keras.ops.nanmedian`
 */
export const nanmedian: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanmedian',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => quantiles(x, 0.5, options, true),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { withoutNan } from './internal/without-nan.js';
import type { ReduceOptions } from './reduce-options.js';
import { sum } from './sum.js';

/**
 * Sum of the elements that are not NaN.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nansum(tensor([1, NaN, 2])); // 3
 * ```
 * @see Keras `keras.ops.nansum`
 */
export const nansum: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nansum',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => sum(withoutNan(x, 0), options),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { withoutNan } from './internal/without-nan.js';
import { prod } from './prod.js';
import type { ReduceOptions } from './reduce-options.js';

/**
 * Product of the elements that are not NaN.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanprod(tensor([3, NaN, 2])); // 6
 * ```
 * @see Keras `keras.ops.nanprod`
 */
export const nanprod: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanprod',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => prod(withoutNan(x, 1), options),
});

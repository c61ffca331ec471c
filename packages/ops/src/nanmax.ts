import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { unlessAllNan, withoutNan } from './internal/without-nan.js';
import { max } from './max.js';
import type { ReduceOptions } from './reduce-options.js';

/**
 * The largest element that is not NaN; NaN if all are.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanmax(tensor([[1, NaN], [NaN, NaN]]), { axis: 1 }); // [1, NaN]
 * ```
 * @see Keras `keras.ops.nanmax`
 */
export const nanmax: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanmax',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) =>
    unlessAllNan(x, options, max(withoutNan(x, -Infinity), options), NaN),
});

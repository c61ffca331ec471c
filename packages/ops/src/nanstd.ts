import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { nanvar } from './nanvar.js';
import type { ReduceOptions } from './reduce-options.js';
import { sqrt } from './sqrt.js';

/**
 * Standard deviation of the elements that are not NaN; NaN if all are.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanstd(tensor([1, NaN, 3])); // 1
 * ```
 * @see Keras `keras.ops.nanstd`
 */
export const nanstd: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanstd',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => sqrt(nanvar(x, options)),
});

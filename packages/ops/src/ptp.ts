import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { max } from './max.js';
import { min } from './min.js';
import type { ReduceOptions } from './reduce-options.js';
import { subtract } from './subtract.js';

/**
 * The distance between the largest and the smallest element.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * ptp(tensor([[1, 5], [2, 3]]), { axis: 1 }); // [4, 1]
 * ```
 * @see Keras `keras.ops.ptp`
 */
export const ptp: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Ptp',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => subtract(max(x, options), min(x, options)),
});

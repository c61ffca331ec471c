import { type Tensor, mean as tfMean } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Arithmetic mean: `y = Σ x / n`.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * mean(tensor([1, 2, 3, 4])); // 2.5
 * ```
 * @see Keras `keras.ops.mean`
 */
export const mean: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Mean',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) => tfMean(toFloat(x), axisOf(axis), keepdims),
});

import { type Tensor, sum as tfSum } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Sum: `y = Σ x`.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * sum(tensor([1, 2, 3, 4])); // 10
 * ```
 * @see Keras `keras.ops.sum`
 */
export const sum: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sum',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) => tfSum(x, axisOf(axis), keepdims),
});

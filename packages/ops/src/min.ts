import { type Tensor, min as tfMin } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * The smallest element.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * min(tensor([1, 2, 3, 4])); // 1
 * ```
 * @see Keras `keras.ops.min`
 */
export const min: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Min',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) => tfMin(x, axisOf(axis), keepdims),
});

import { type Tensor, min as tfMin } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { max } from './max.js';
import { negative } from './negative.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * The smallest element. Elements that tie share the gradient, as in TensorFlow.
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
  // The gradient of tfjs-core gives each of equal elements the whole.
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) =>
    x.dtype === 'float32'
      ? negative(max(negative(x), { axis: axis ?? null, keepdims }))
      : tfMin(x, axisOf(axis), keepdims),
});

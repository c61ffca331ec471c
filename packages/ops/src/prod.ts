import { type Tensor, prod as tfProd } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Product of the elements.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * prod(tensor([1, 2, 3, 4])); // 24
 * ```
 * @see Keras `keras.ops.prod`
 */
export const prod: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Prod',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) => tfProd(x, axisOf(axis), keepdims),
});

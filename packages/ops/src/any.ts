import { type Tensor, any as tfAny, cast } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Whether at least one element holds: is true, or a number other than 0.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * any(tensor([[0, 1], [0, 0]]), { axis: -1 }); // [true, false]
 * ```
 * @see Keras `keras.ops.any`
 */
export const any: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Any',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) =>
    offTape(() => tfAny(cast(x, 'bool'), axisOf(axis), keepdims)),
});

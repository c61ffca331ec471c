import { type Tensor, all as tfAll, cast } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Whether every element holds: is true, or a number other than 0.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * all(tensor([[1, 0], [1, 1]]), { axis: -1 }); // [false, true]
 * ```
 * @see Keras `keras.ops.all`
 */
export const all: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'All',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) =>
    offTape(() => tfAll(cast(x, 'bool'), axisOf(axis), keepdims)),
});

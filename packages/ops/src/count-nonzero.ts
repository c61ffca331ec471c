import { type Tensor, cast, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

export type CountNonzeroOptions = Pick<ReduceOptions, 'axis'>;

/**
 * How many elements are not 0; NaN counts. int32.
 *
 * Over all elements, or along `axis`.
 *
 * @example
 * ```ts
 * countNonzero(tensor([[0, 2], [3, 4]]), { axis: 0 }); // [1, 2]
 * ```
 * @see Keras `keras.ops.count_nonzero`
 */
export const countNonzero: OptionOp<CountNonzeroOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'CountNonzero',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis }: CountNonzeroOptions) =>
    offTape(() => sum(cast(cast(x, 'bool'), 'int32'), axisOf(axis))),
});

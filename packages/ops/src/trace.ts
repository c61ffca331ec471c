import { type Tensor, sum } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { DiagonalOptions } from './diagonal.js';
import { diagonalOf } from './internal/diagonals.js';

/**
 * Sum of the elements of a diagonal; bools count as int32.
 *
 * The two axes go.
 *
 * @example
 * ```ts
 * trace(tensor([[1, 2], [3, 4]])); // 5
 * ```
 * @see Keras `keras.ops.trace`
 */
export const trace: OptionOp<DiagonalOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Trace',
  module: 'numpy',
  options: ['offset', 'axis1', 'axis2'],
  call: (x: Tensor, { offset = 0, axis1 = 0, axis2 = 1 }: DiagonalOptions) =>
    sum(diagonalOf(x, { offset, axis1, axis2 }), -1),
});

import { type Tensor, less as tfLess } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether `a < b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * less(tensor([1, 3]), 2); // [true, false]
 * ```
 * @see Keras `keras.ops.less`
 */
export const less: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Less',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfLess(...promote(a, b))),
});

import { type Tensor, lessEqual as tfLessEqual } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether `a ≤ b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * lessEqual(tensor([2, 3]), 2); // [true, false]
 * ```
 * @see Keras `keras.ops.less_equal`
 */
export const lessEqual: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'LessEqual',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfLessEqual(...promote(a, b))),
});

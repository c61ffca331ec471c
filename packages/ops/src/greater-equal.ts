import { type Tensor, greaterEqual as tfGreaterEqual } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether `a ≥ b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * greaterEqual(tensor([1, 2]), 2); // [false, true]
 * ```
 * @see Keras `keras.ops.greater_equal`
 */
export const greaterEqual: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'GreaterEqual',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfGreaterEqual(...promote(a, b))),
});

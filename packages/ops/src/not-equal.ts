import { type Tensor, notEqual as tfNotEqual } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether two differ.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * notEqual(tensor([1, 2]), 2); // [true, false]
 * ```
 * @see Keras `keras.ops.not_equal`
 */
export const notEqual: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'NotEqual',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfNotEqual(...promote(a, b))),
});

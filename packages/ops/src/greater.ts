import { type Tensor, greater as tfGreater } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether `a > b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * greater(tensor([1, 3]), 2); // [false, true]
 * ```
 * @see Keras `keras.ops.greater`
 */
export const greater: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Greater',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfGreater(...promote(a, b))),
});

import { type Tensor, equal as tfEqual } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Whether two are equal.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * equal(tensor([1, 2]), 2); // [false, true]
 * ```
 * @see Keras `keras.ops.equal`
 */
export const equal: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Equal',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => offTape(() => tfEqual(...promote(a, b))),
});

import { type Tensor, sub } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Difference: `y = a - b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * subtract(tensor([1, 2]), 10); // [-9, -8]
 * ```
 * @see Keras `keras.ops.subtract`
 */
export const subtract: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Subtract',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => sub(...promote(a, b)),
});

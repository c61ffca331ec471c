import { type Tensor, mul } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Product, element by element: `y = a · b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * multiply(tensor([1, 2]), tensor([3, 4])); // [3, 8]
 * ```
 * @see Keras `keras.ops.multiply`
 */
export const multiply: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Multiply',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => mul(...promote(a, b)),
});

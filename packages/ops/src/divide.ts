import { type Tensor, div } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promoteToFloat } from './promote.js';

/**
 * Quotient: `y = a / b`, always a float.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * divide(tensor([1, 2]), 4); // [0.25, 0.5]
 * ```
 * @see Keras `keras.ops.divide`
 */
export const divide: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Divide',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => div(...promoteToFloat(a, b)),
});

import { type Tensor, mul } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { shifted } from './internal/shifted.js';
import { promote } from './promote.js';

/**
 * The bits of whole numbers moved to the left: `y = a · 2ᵇ`, for `b` from 0 to 31.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * bitwiseLeftShift(tensor([1, 5], 'int32'), 2); // [4, 20]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.bitwise_left_shift`, `keras.ops.left_shift`
 */
export const bitwiseLeftShift: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseLeftShift',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => shifted('bitwiseLeftShift', mul, ...promote(a, b)),
});

import { type Tensor, floorDiv } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { shifted } from './internal/shifted.js';
import { promote } from './promote.js';

/**
 * The bits of whole numbers moved to the right: `y = ⌊a / 2ᵇ⌋`, so that the sign stays, for `b` from 0 to 31.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * bitwiseRightShift(tensor([20, -5], 'int32'), 2); // [5, -2]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.bitwise_right_shift`, `keras.ops.right_shift`
 */
export const bitwiseRightShift: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseRightShift',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => shifted('bitwiseRightShift', floorDiv, ...promote(a, b)),
});

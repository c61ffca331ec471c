import { type Tensor, logicalOr } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { onBits } from './internal/on-bits.js';
import { promote } from './promote.js';

/**
 * The bits that at least one has set, of whole numbers.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * bitwiseOr(tensor([12, 10], 'int32'), 6); // [14, 14]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.bitwise_or`
 */
export const bitwiseOr: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseOr',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => onBits('bitwiseOr', logicalOr, ...promote(a, b)),
});

import { type Tensor, logicalAnd } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { onBits } from './internal/on-bits.js';
import { promote } from './promote.js';

/**
 * The bits that both have set, of whole numbers.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * bitwiseAnd(tensor([12, 10], 'int32'), 6); // [4, 2]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.bitwise_and`
 */
export const bitwiseAnd: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseAnd',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => onBits('bitwiseAnd', logicalAnd, ...promote(a, b)),
});

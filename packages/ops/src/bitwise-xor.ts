import { type Tensor, logicalXor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { onBits } from './internal/on-bits.js';
import { promote } from './promote.js';

/**
 * The bits that exactly one has set, of whole numbers.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * bitwiseXor(tensor([12, 10], 'int32'), 6); // [10, 12]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.bitwise_xor`
 */
export const bitwiseXor: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseXor',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => onBits('bitwiseXor', logicalXor, ...promote(a, b)),
});

import { type Tensor, equal, isInf, logicalOr, mul, pow, where } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { wholeNumbers } from './internal/whole-numbers.js';
import { offTape } from './off-tape.js';
import { promote, promoteToFloat } from './promote.js';

/**
 * A number times a power of two: `y = a · 2ᵇ`, where `b` is whole. Zeros and infinities stay as they are.
 *
 * Shapes that broadcast against each other → their common shape, float32.
 *
 * @example
 * ```ts
 * ldexp(tensor([0.75, -3]), tensor([2, -1], 'int32')); // [3, -1.5]
 * ```
 * @throws DTypeError when the exponents are not whole numbers.
 * @see Keras `keras.ops.ldexp`
 */
export const ldexp: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Ldexp',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    wholeNumbers('ldexp', promote(0, b)[1]);
    const [x, exponent] = promoteToFloat(a, b);
    const stays = offTape(() => logicalOr(isInf(x), equal(x, 0)));
    return where(stays, x, mul(x, pow(2, exponent)));
  },
});

import { type Tensor, cast, mod, mul } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';
import { sign } from './sign.js';

/**
 * Remainder with the sign of the dividend, as of C: `y = sign a · (|a| mod |b|)`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * fmod(tensor([7, -7]), 3); // [1, -1]
 * ```
 * @see Keras `keras.ops.fmod`
 */
export const fmod: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fmod',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [dividend, divisor] = promote(a, b).map((x) => (x.dtype === 'bool' ? cast(x, 'int32') : x)) as [
      Tensor,
      Tensor,
    ];
    return mul(sign(dividend), mod(absolute(dividend), absolute(divisor)));
  },
});

import { type Tensor, cast, mod as tfMod } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Remainder with the sign of the divisor, as of Python: `y = a - ⌊a / b⌋ · b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * mod(tensor([7, -7]), 3); // [1, 2]
 * ```
 * @see Keras `keras.ops.mod`
 */
export const mod: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Mod',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [dividend, divisor] = promote(a, b);
    return dividend.dtype === 'bool'
      ? tfMod(cast(dividend, 'int32'), cast(divisor, 'int32'))
      : tfMod(dividend, divisor);
  },
});

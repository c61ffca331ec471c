import { type Tensor, abs } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { greatestDivisor } from './internal/greatest-divisor.js';
import { wholeNumbers } from './internal/whole-numbers.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Greatest common divisor of whole numbers, never negative; of 0 and 0 it is 0.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * gcd(tensor([12, 7], 'int32'), 18); // [6, 1]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.gcd`; Euclid, Elements, book VII, propositions 1 and 2.
 */
export const gcd: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Gcd',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) =>
    offTape(() => {
      const [x, y] = promote(a, b);
      return greatestDivisor(abs(wholeNumbers('gcd', x)), abs(wholeNumbers('gcd', y)));
    }),
});

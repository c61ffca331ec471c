import { type Tensor, abs, floorDiv, maximum, mul, scalar } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { greatestDivisor } from './internal/greatest-divisor.js';
import { wholeNumbers } from './internal/whole-numbers.js';
import { offTape } from './off-tape.js';
import { promote } from './promote.js';

/**
 * Least common multiple of whole numbers, never negative; 0 if one of them is 0.
 *
 * Shapes that broadcast against each other → their common shape, int32.
 *
 * @example
 * ```ts
 * lcm(tensor([4, 0], 'int32'), 6); // [12, 0]
 * ```
 * @throws DTypeError when an operand is not of whole numbers.
 * @see Keras `keras.ops.lcm`
 */
export const lcm: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Lcm',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) =>
    offTape(() => {
      const [x, y] = promote(a, b).map((one) => abs(wholeNumbers('lcm', one))) as [Tensor, Tensor];
      // Only 0 and 0 have the divisor 0.
      return mul(x, floorDiv(y, maximum(greatestDivisor(x, y), scalar(1, 'int32'))));
    }),
});

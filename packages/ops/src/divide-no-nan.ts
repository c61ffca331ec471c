import { type Tensor, div, onesLike, where, zerosLike } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { promoteToFloat } from './promote.js';

/**
 * Division that gives 0 where the divisor is 0: `y = b = 0 ? 0 : a / b`. Its gradient is 0 there, too.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * divideNoNan(tensor([6, 6]), tensor([3, 0])); // [2, 0]
 * ```
 * @see Keras `keras.ops.divide_no_nan`
 */
export const divideNoNan: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'DivideNoNan',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [dividend, divisor] = promoteToFloat(a, b);
    const isZero = equal(divisor, 0);
    // Dividing by 0 first and choosing afterwards would leave NaN in the gradient.
    const quotient = div(dividend, where(isZero, onesLike(divisor), divisor));
    return where(isZero, zerosLike(quotient), quotient);
  },
});

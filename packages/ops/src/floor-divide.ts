import { type Tensor, div, floor, floorDiv } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Division rounded down: `y = ⌊a / b⌋`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * floorDivide(tensor([7, -7]), 2); // [3, -4]
 * ```
 * @see Keras `keras.ops.floor_divide`
 */
export const floorDivide: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'FloorDivide',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [dividend, divisor] = promote(a, b);
    return dividend.dtype === 'int32' ? floorDiv(dividend, divisor) : floor(div(dividend, divisor));
  },
});

import { type Tensor, pow } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Power: `y = aᵇ`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * power(tensor([2, 3]), 2); // [4, 9]
 * ```
 * @see Keras `keras.ops.power`
 */
export const power: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Power',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => pow(...promote(a, b)),
});

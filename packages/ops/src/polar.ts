import { type Tensor, cos, mul, sin } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Complex numbers from their sizes and angles: `re = size · cos(angle)` and `im = size · sin(angle)`.
 *
 * Two shapes that broadcast against each other → a pair of their common shape. Keras returns one complex tensor; here they
 * are pairs of real ones.
 *
 * @example
 * ```ts
 * polar(tensor([1, 2]), tensor([0, Math.PI])); // [[1, -2], [0, 0]]
 * ```
 * @see Keras `keras.ops.polar`
 */
export const polar: (<A extends Operand, B extends Operand>(
  size: A,
  angle: B,
) => [Result<A | B>, Result<A | B>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Polar',
  module: 'nn',
  operands: 2,
  call: (size: Tensor, angle: Tensor) => [
    mul(toFloat(size), cos(toFloat(angle))),
    mul(toFloat(size), sin(toFloat(angle))),
  ],
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { logOfSum } from './internal/log-of-sum.js';
import { promoteToFloat } from './promote.js';

/**
 * Logarithm to the base 2 of the sum of powers of two: `y = log₂(2ᵃ + 2ᵇ)`, without overflow on the way.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * logaddexp2(tensor([0, 1000]), tensor([0, 1000])); // [1, 1001]
 * ```
 * @see Keras `keras.ops.logaddexp2`
 */
export const logaddexp2: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Logaddexp2',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => logOfSum(...promoteToFloat(a, b), Math.LN2),
});

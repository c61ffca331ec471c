import type { Tensor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { logOfSum } from './internal/log-of-sum.js';
import { promoteToFloat } from './promote.js';

/**
 * Logarithm of the sum of exponentials: `y = ln(eᵃ + eᵇ)`, without overflow on the way.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * logaddexp(tensor([0, 1000]), tensor([0, 1000])); // [0.693147, 1000.693147]
 * ```
 * @see Keras `keras.ops.logaddexp`
 */
export const logaddexp: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Logaddexp',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => logOfSum(...promoteToFloat(a, b), 1),
});

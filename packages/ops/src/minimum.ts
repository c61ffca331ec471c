import { type Tensor, minimum as tfMinimum } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { broadcastForGradient } from './internal/broadcast-for-gradient.js';
import { promote } from './promote.js';

/**
 * The smaller of two: `y = min(a, b)`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * minimum(tensor([1, 5]), 3); // [1, 3]
 * ```
 * @see Keras `keras.ops.minimum`
 */
export const minimum: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Minimum',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => tfMinimum(...broadcastForGradient(promote(a, b))),
});

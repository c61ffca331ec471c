import { type Tensor, maximum as tfMaximum } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { broadcastForGradient } from './internal/broadcast-for-gradient.js';
import { promote } from './promote.js';

/**
 * The larger of two: `y = max(a, b)`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * maximum(tensor([1, 5]), 3); // [3, 5]
 * ```
 * @see Keras `keras.ops.maximum`
 */
export const maximum: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Maximum',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => tfMaximum(...broadcastForGradient(promote(a, b))),
});

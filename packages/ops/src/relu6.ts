import type { Tensor } from '@tensorflow/tfjs-core';
import { less } from './less.js';
import { relu } from './relu.js';
import { where } from './where.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Rectified linear unit with a ceiling: `y = min(max(x, 0), 6)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * relu6(tensor([-1, 3, 8])); // [0, 3, 6]
 * ```
 * @see Keras `keras.ops.relu6`
 */
export const relu6: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Relu6',
  module: 'nn',
  call: (x: Tensor) => where(less(x, 6), relu(x), 6),
});

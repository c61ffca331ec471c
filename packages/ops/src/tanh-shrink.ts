import type { Tensor } from '@tensorflow/tfjs-core';
import { subtract } from './subtract.js';
import { tanh } from './tanh.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * What the hyperbolic tangent takes away: `y = x - tanh(x)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * tanhShrink(tensor([1, -2])); // [0.2384, -1.036]
 * ```
 * @see Keras `keras.ops.tanh_shrink`
 */
export const tanhShrink: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'TanhShrink',
  module: 'nn',
  call: (x: Tensor) => subtract(x, tanh(x)),
});

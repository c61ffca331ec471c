import type { Tensor } from '@tensorflow/tfjs-core';
import { multiply } from './multiply.js';
import { sigmoid } from './sigmoid.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * `x` times its sigmoid: `y = x / (1 + e⁻ˣ)`. Also called swish.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * silu(tensor([1, -1])); // [0.7311, -0.2689]
 * ```
 * @see Keras `keras.ops.silu`
 */
export const silu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Silu',
  module: 'nn',
  call: (x: Tensor) => multiply(x, sigmoid(x)),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { multiply } from './multiply.js';
import { hardSigmoid } from './hard-sigmoid.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * `x` times a sigmoid of three lines: `y = x · clip(x / 6 + 1/2, 0, 1)`. Also called hard swish.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * hardSilu(tensor([-3, 1, 4])); // [0, 0.6667, 4]
 * ```
 * @see Keras `keras.ops.hard_silu`
 */
export const hardSilu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'HardSilu',
  module: 'nn',
  call: (x: Tensor) => multiply(x, hardSigmoid(x)),
});

import { type Tensor, div, log } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Logarithm to the base 2: `y = ln x / ln 2`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * log2(tensor([1, 8])); // [0, 3]
 * ```
 * @see Keras `keras.ops.log2`
 */
export const log2: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Log2',
  module: 'numpy',
  call: (x: Tensor) => div(log(toFloat(x)), Math.LN2),
});

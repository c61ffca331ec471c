import { type Tensor, div, log } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Logarithm to the base 10: `y = ln x / ln 10`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * log10(tensor([1, 1000])); // [0, 3]
 * ```
 * @see Keras `keras.ops.log10`
 */
export const log10: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Log10',
  module: 'numpy',
  call: (x: Tensor) => div(log(toFloat(x)), Math.LN10),
});

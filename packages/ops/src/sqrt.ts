import { type Tensor, sqrt as tfSqrt } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Square root: `y = √x`; NaN for negative numbers.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sqrt(tensor([9, 2.25])); // [3, 1.5]
 * ```
 * @see Keras `keras.ops.sqrt`
 */
export const sqrt: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sqrt',
  module: 'numpy',
  call: (x: Tensor) => tfSqrt(toFloat(x)),
});

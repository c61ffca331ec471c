import { type Tensor, cos as tfCos } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Cosine of an angle in radians: `y = cos x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * cos(tensor([0, 1.570796])); // [1, 0]
 * ```
 * @see Keras `keras.ops.cos`
 */
export const cos: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cos',
  module: 'numpy',
  call: (x: Tensor) => tfCos(toFloat(x)),
});

import { type Tensor, sin as tfSin } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Sine of an angle in radians: `y = sin x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sin(tensor([0, 1.570796])); // [0, 1]
 * ```
 * @see Keras `keras.ops.sin`
 */
export const sin: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sin',
  module: 'numpy',
  call: (x: Tensor) => tfSin(toFloat(x)),
});

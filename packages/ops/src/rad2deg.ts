import { type Tensor, mul } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Degrees of radians: `y = x · 180 / π`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * rad2deg(tensor([0, 3.141593])); // [0, 180]
 * ```
 * @see Keras `keras.ops.rad2deg`
 */
export const rad2deg: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Rad2deg',
  module: 'numpy',
  call: (x: Tensor) => mul(toFloat(x), 180 / Math.PI),
});

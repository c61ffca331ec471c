import { type Tensor, mul } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Radians of degrees: `y = x · π / 180`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * deg2rad(tensor([0, 180])); // [0, 3.141593]
 * ```
 * @see Keras `keras.ops.deg2rad`
 */
export const deg2rad: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Deg2rad',
  module: 'numpy',
  call: (x: Tensor) => mul(toFloat(x), Math.PI / 180),
});

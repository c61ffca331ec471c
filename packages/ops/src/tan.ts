import { type Tensor, tan as tfTan } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Tangent of an angle in radians: `y = tan x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * tan(tensor([0, 0.785398])); // [0, 1]
 * ```
 * @see Keras `keras.ops.tan`
 */
export const tan: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Tan',
  module: 'numpy',
  call: (x: Tensor) => tfTan(toFloat(x)),
});

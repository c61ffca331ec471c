import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { absolute } from './absolute.js';
import { toFloat } from './promote.js';

/**
 * Absolute value as a float: `y = |x|`. Its gradient is the sign of `x`, and 0 at 0.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * fabs(tensor([-3, 2], 'int32')); // [3, 2]
 * ```
 * @see Keras `keras.ops.fabs`
 */
export const fabs: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fabs',
  module: 'numpy',
  call: (x: Tensor) => absolute(toFloat(x)),
});

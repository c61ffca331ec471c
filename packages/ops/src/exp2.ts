import { type Tensor, pow } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Powers of two: `y = 2ˣ`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * exp2(tensor([0, 3, -1])); // [1, 8, 0.5]
 * ```
 * @see Keras `keras.ops.exp2`
 */
export const exp2: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Exp2',
  module: 'numpy',
  call: (x: Tensor) => pow(2, toFloat(x)),
});

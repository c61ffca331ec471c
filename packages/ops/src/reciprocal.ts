import { type Tensor, reciprocal as tfReciprocal } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * One divided by each element: `y = 1 / x`, always a float.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * reciprocal(tensor([4, -2])); // [0.25, -0.5]
 * ```
 * @see Keras `keras.ops.reciprocal`
 */
export const reciprocal: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Reciprocal',
  module: 'numpy',
  call: (x: Tensor) => tfReciprocal(toFloat(x)),
});

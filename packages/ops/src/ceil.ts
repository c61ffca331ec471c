import { type Tensor, ceil as tfCeil } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * The next whole number above, as a float.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * ceil(tensor([1.5, -1.5])); // [2, -1]
 * ```
 * @see Keras `keras.ops.ceil`
 */
export const ceil: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Ceil',
  module: 'numpy',
  call: (x: Tensor) => tfCeil(toFloat(x)),
});

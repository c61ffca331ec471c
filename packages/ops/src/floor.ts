import { type Tensor, floor as tfFloor } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * The next whole number below, as a float.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * floor(tensor([1.5, -1.5])); // [1, -2]
 * ```
 * @see Keras `keras.ops.floor`
 */
export const floor: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Floor',
  module: 'numpy',
  call: (x: Tensor) => tfFloor(toFloat(x)),
});

import { type Tensor, log as tfLog } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Natural logarithm: `y = ln x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * log(tensor([1, 7.389056])); // [0, 2]
 * ```
 * @see Keras `keras.ops.log`
 */
export const log: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Log',
  module: 'numpy',
  call: (x: Tensor) => tfLog(toFloat(x)),
});

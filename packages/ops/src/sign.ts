import { type Tensor, cast, sign as tfSign } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Sign: -1, 0 or 1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sign(tensor([-3, 0, 5])); // [-1, 0, 1]
 * ```
 * @see Keras `keras.ops.sign`
 */
export const sign: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Sign',
  module: 'numpy',
  call: (x: Tensor) => (x.dtype === 'float32' ? tfSign(x) : cast(tfSign(toFloat(x)), x.dtype)),
});

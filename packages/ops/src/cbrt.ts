import { type Tensor, mul, pow, sign } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { absolute } from './absolute.js';
import { toFloat } from './promote.js';

/**
 * Cube root, of negative numbers, too: `y = sign x · |x|^(1/3)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * cbrt(tensor([8, -27])); // [2, -3]
 * ```
 * @see Keras `keras.ops.cbrt`
 */
export const cbrt: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cbrt',
  module: 'numpy',
  call: (x: Tensor) => {
    const float = toFloat(x);
    return mul(sign(float), pow(absolute(float), 1 / 3));
  },
});

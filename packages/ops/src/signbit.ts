import { type Tensor, less, logicalOr, reciprocal } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element has a minus sign, as -0 has, too.
 *
 * The sign of NaN is not looked at: it counts as positive.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * signbit(tensor([-2, 0, 3])); // [true, false, false]
 * ```
 * @see Keras `keras.ops.signbit`
 */
export const signbit: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Signbit',
  module: 'numpy',
  call: (x: Tensor) =>
    offTape(() => {
      const float = toFloat(x);
      // Of zeros, only the reciprocal shows the sign.
      return logicalOr(less(float, 0), less(reciprocal(float), 0));
    }),
});

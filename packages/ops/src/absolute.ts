import { type Tensor, abs, customGrad, mul, sign } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Absolute value: `y = |x|`. Its gradient is the sign of `x`, and 0 at 0.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * absolute(tensor([-1.5, 2])); // [1.5, 2]
 * ```
 * @see Keras `keras.ops.absolute`
 */
export const absolute: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Absolute',
  module: 'numpy',
  call: (x: Tensor) => (x.dtype === 'float32' ? floatAbsolute(x) : abs(x)),
});

// tfjs-core's own gradient is -1 at 0.
function floatAbsolute(x: Tensor): Tensor {
  return customGrad((input, save) => {
    const from = input as Tensor;
    (save as (tensors: Tensor[]) => void)([from]);
    return { value: abs(from), gradFunc: (dy: Tensor, [saved]: Tensor[]) => mul(dy, sign(saved as Tensor)) };
  })(x);
}

import { type Tensor, add, customGrad, less, mul, selu as tfSelu, where } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Scaled exponential linear unit: `y = 1.0507 · elu(x, 1.6733)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * selu(tensor([1, 0])); // [1.050701, 0]
 * ```
 * @see Keras `keras.ops.selu`
 */
export const selu: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Selu',
  module: 'nn',
  call: (x: Tensor) => scaledElu(toFloat(x)),
});

const scale = 1.0507009873554805;
const alpha = 1.6732632423543772;

// tfjs-core's own gradient takes the left side at 0, TensorFlow's the right.
function scaledElu(x: Tensor): Tensor {
  return customGrad((input, save) => {
    const value = tfSelu(input as Tensor);
    (save as (tensors: Tensor[]) => void)([value]);
    const gradFunc = (dy: Tensor, saved: Tensor[]): Tensor => {
      const [y] = saved as [Tensor];
      return mul(dy, where(less(y, 0), add(y, scale * alpha), scale));
    };
    return { value, gradFunc };
  })(x);
}

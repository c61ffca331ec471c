import { type Tensor, transpose, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface SwapaxesOptions {
  readonly axis1: number;
  readonly axis2: number;
}

/**
 * Two axes in each other's place.
 *
 * @example
 * ```ts
 * swapaxes(tensor([[1, 2], [3, 4]]), { axis1: 0, axis2: 1 }); // [[1, 3], [2, 4]]
 * ```
 * @see Keras `keras.ops.swapaxes`
 */
export const swapaxes: OptionOp<SwapaxesOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Swapaxes',
  module: 'numpy',
  options: ['axis1', 'axis2'],
  call: (x: Tensor, { axis1, axis2 }: SwapaxesOptions) => {
    const [first = 0, second = 0] = util.parseAxisParam([axis1, axis2], x.shape);
    const order = x.shape.map((_, i) => (i === first ? second : i === second ? first : i));
    return transpose(x, order);
  },
});

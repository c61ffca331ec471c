import { type Tensor, reverse, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { swapaxes } from './swapaxes.js';

export interface Rot90Options {
  /** How many quarter turns. @defaultValue 1 */
  readonly k?: number;
  /** The plane. @defaultValue [0, 1] */
  readonly axes?: readonly [number, number];
}

/**
 * Turned by quarter turns, from the first of two axes towards the second.
 *
 * Keras on TensorFlow mixes the elements of a rectangle up when it turns it by an even number of quarters.
 *
 * @example
 * ```ts
 * rot90(tensor([[1, 2], [3, 4]])); // [[2, 4], [1, 3]]
 * ```
 * @see Keras `keras.ops.rot90`
 */
export const rot90: OptionOp<Rot90Options> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Rot90',
  module: 'numpy',
  options: ['k', 'axes'],
  call: (x: Tensor, { k = 1, axes = [0, 1] }: Rot90Options) => {
    const [first = 0, second = 1] = util.parseAxisParam([...axes], x.shape);
    const swapped = (y: Tensor): Tensor => swapaxes(y, { axis1: first, axis2: second });
    const turns = ((k % 4) + 4) % 4;
    if (turns === 0) return x;
    if (turns === 2) return reverse(x, [first, second]);
    return turns === 1 ? reverse(swapped(x), [first]) : swapped(reverse(x, [first]));
  },
});

import { type Tensor, reverse } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface FlipOptions {
  /** The axes along which the order is turned round. @defaultValue all of them */
  readonly axis?: number | readonly number[] | null;
}

/**
 * Turns the order of the elements round along some axes.
 *
 * @example
 * ```ts
 * flip(tensor([[1, 2], [3, 4]]), { axis: 0 }); // [[3, 4], [1, 2]]
 * ```
 * @see Keras `keras.ops.flip`
 */
export const flip: OptionOp<FlipOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Flip',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis = null }: FlipOptions) =>
    reverse(x, axis === null ? x.shape.map((_, i) => i) : [axis].flat()),
});

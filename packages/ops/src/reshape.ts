import { type Tensor, reshape as tfReshape } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface ReshapeOptions {
  /** The new shape; one axis may be -1 and takes what is left. */
  readonly newshape: readonly number[];
}

/**
 * The same elements in another shape.
 *
 * @example
 * ```ts
 * reshape(tensor([1, 2, 3, 4]), { newshape: [2, -1] }); // [[1, 2], [3, 4]]
 * ```
 * @see Keras `keras.ops.reshape`
 */
export const reshape: OptionOp<ReshapeOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Reshape',
  module: 'numpy',
  options: ['newshape'],
  call: (x: Tensor, { newshape }: ReshapeOptions) => tfReshape(x, [...newshape]),
});

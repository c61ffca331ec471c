import { type Tensor, expandDims as tfExpandDims } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface ExpandDimsOptions {
  /** Where the new axis stands; negative ones count from the end. */
  readonly axis: number;
}

/**
 * One more axis, of size 1.
 *
 * @example
 * ```ts
 * expandDims(tensor([1, 2]), { axis: -1 }); // [[1], [2]]
 * ```
 * @see Keras `keras.ops.expand_dims`
 */
export const expandDims: OptionOp<ExpandDimsOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'ExpandDims',
  module: 'numpy',
  options: ['axis'],
  call: (x: Tensor, { axis }: ExpandDimsOptions) => tfExpandDims(x, axis),
});

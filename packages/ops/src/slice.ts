import { type Tensor, slice as tfSlice } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface SliceOptions {
  /** First index on each axis. */
  readonly startIndices: readonly number[];
  /** Size on each axis; -1 takes the rest. */
  readonly shape: readonly number[];
}

/**
 * A block of a tensor.
 *
 * @example
 * ```ts
 * slice(tensor([1, 2, 3, 4]), { startIndices: [1], shape: [2] }); // [2, 3]
 * ```
 * @see Keras `keras.ops.slice`
 */
export const slice: OptionOp<SliceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Slice',
  module: 'core',
  optionalOperands: ['startIndices'],
  options: ['shape'],
  call: (x: Tensor, { startIndices, shape }: SliceOptions) => tfSlice(x, [...startIndices], [...shape]),
});

import { type Tensor, add, gather, slice as tfSlice } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { type Starts, startsOf } from './internal/starts-of.js';
import { offTape } from './off-tape.js';

export interface SliceOptions {
  /** First index on each axis: numbers, or tensors, as in loops; then a block that would leave `x` is moved back inside. */
  readonly startIndices: Starts;
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
  call(x: Tensor, { startIndices, shape }: SliceOptions) {
    if (isStatic(startIndices)) return tfSlice(x, [...startIndices], [...shape]);
    const sizes = shape.map((size, axis) => (size === -1 ? (x.shape[axis] ?? 0) : size));
    return startsOf('slice', startIndices, x.shape, sizes).reduce((rest, start, axis) => {
      const places = offTape(() => add(indices(sizes[axis] ?? 0), start));
      return gather(rest, places, axis);
    }, x);
  },
});

function isStatic(starts: Starts): starts is readonly number[] {
  return Array.isArray(starts) && starts.every((start) => typeof start === 'number');
}

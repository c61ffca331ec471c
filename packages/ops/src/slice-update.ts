import {
  type Tensor,
  cast,
  gather,
  greaterEqual,
  less,
  logicalAnd,
  reshape,
  scalar,
  sub,
  where,
} from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { type Starts, startsOf } from './internal/starts-of.js';
import { offTape } from './off-tape.js';

/**
 * The inputs with a block in place of what is there. A block that would leave them is moved back inside.
 *
 * `inputs`, where the block starts on each axis, and `updates` with as many axes → the shape of the inputs. Starts are
 * numbers, or tensors, as in loops.
 *
 * @example
 * ```ts
 * sliceUpdate(tensor([1, 2, 3, 4]), [1], tensor([8, 9])); // [1, 8, 9, 4]
 * ```
 * @throws ShapeError when the block does not fit, or there is not one start for each axis.
 * @see Keras `keras.ops.slice_update`
 */
export const sliceUpdate: (<X extends Operand, U extends Operand>(
  inputs: X,
  startIndices: Starts,
  updates: U,
) => Result<X | U>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'SliceUpdate',
  module: 'core',
  operands: 3,
  call(inputs: Tensor, startIndices: Starts, updates: Tensor) {
    const starts = startsOf('sliceUpdate', startIndices, inputs.shape, updates.shape);
    const places = starts.map((start, axis) => offTape(() => sub(indices(inputs.shape[axis] ?? 0), start)));
    const block = places.reduce((rest, place, axis) => spread(rest, place, axis), updates);
    const isBlock = offTape(() =>
      places
        .map((place, axis) => within(place, updates.shape[axis] ?? 0, axis, inputs.rank))
        .reduce((a, b) => logicalAnd(a, b), scalar(true)),
    );
    return where(isBlock, cast(block, inputs.dtype), inputs);
  },
});

/** The block along an axis of the inputs; what lies beside it does not matter. */
function spread(block: Tensor, place: Tensor, axis: number): Tensor {
  const near = offTape(() => clip(place, { xMin: 0, xMax: (block.shape[axis] ?? 1) - 1 }));
  return gather(block, near, axis);
}

function within(place: Tensor, size: number, axis: number, rank: number): Tensor {
  const isWithin = logicalAnd(greaterEqual(place, scalar(0, 'int32')), less(place, scalar(size, 'int32')));
  return reshape(
    isWithin,
    Array.from({ length: rank }, (_, i) => (i === axis ? -1 : 1)),
  );
}

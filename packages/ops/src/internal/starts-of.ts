import { ShapeError, formatShape } from '@myelin/core';
import { Tensor, cast, reshape, scalar, slice } from '@tensorflow/tfjs-core';
import { clip } from '../clip.js';
import { offTape } from '../off-tape.js';

/** Where a block starts on each axis: numbers, tensors of one number each, or one tensor of all. */
export type Starts = Tensor | readonly (number | Tensor)[];

/**
 * The starts as int32 of shape `[]`, moved back where the block would leave the tensor.
 *
 * @throws ShapeError when there is not one for each axis, or the block is larger.
 */
export function startsOf(
  who: string,
  starts: Starts,
  shape: readonly number[],
  block: readonly number[],
): Tensor[] {
  const count = starts instanceof Tensor ? starts.size : starts.length;
  if (
    count !== shape.length ||
    block.length !== shape.length ||
    block.some((size, i) => size > (shape[i] ?? 0))
  ) {
    throw new ShapeError({
      who,
      expected: `a block that fits into ${formatShape(shape)}, and one start for each axis`,
      got: `${formatShape(block)} and ${count}`,
    });
  }
  return offTape(() =>
    shape.map((size, axis) => {
      const start = starts instanceof Tensor ? slice(starts, [axis], [1]) : (starts[axis] ?? 0);
      const whole = start instanceof Tensor ? reshape(cast(start, 'int32'), []) : scalar(start, 'int32');
      return clip(whole, { xMin: 0, xMax: size - (block[axis] ?? 0) });
    }),
  );
}

import { type Tensor, concat, reshape, split, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface RollOptions {
  /** By how many places; negative ones move back. One for all axes, or one for each. */
  readonly shift: number | readonly number[];
  /** @defaultValue the flattened tensor, which gets its shape back */
  readonly axis?: number | readonly number[] | null;
}

/**
 * The elements moved on along some axes; those that leave at the end come in at the start.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * roll(tensor([1, 2, 3]), { shift: 1 }); // [3, 1, 2]
 * ```
 * @see Keras `keras.ops.roll`
 */
export const roll: OptionOp<RollOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Roll',
  module: 'numpy',
  options: ['shift', 'axis'],
  call: (x: Tensor, { shift, axis = null }: RollOptions) => {
    if (axis === null) return reshape(rolled(reshape(x, [-1]), 0, [shift].flat()[0] ?? 0), x.shape);
    const shifts = [shift].flat();
    return util
      .parseAxisParam([axis].flat(), x.shape)
      .reduce((y, along, i) => rolled(y, along, shifts[shifts.length === 1 ? 0 : i] ?? 0), x);
  },
});

function rolled(x: Tensor, axis: number, shift: number): Tensor {
  const size = x.shape[axis] ?? 1;
  const places = size === 0 ? 0 : ((shift % size) + size) % size;
  if (places === 0) return x;
  const [first, last] = split(x, [size - places, places], axis) as [Tensor, Tensor];
  return concat([last, first], axis);
}

import { type Tensor, reshape, tile as tfTile } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface TileOptions {
  /** How often along each axis, the last ones if there are fewer than axes. */
  readonly repeats: number | readonly number[];
}

/**
 * The whole tensor several times along each axis; missing axes and missing counts are 1.
 *
 * @example
 * ```ts
 * tile(tensor([1, 2]), { repeats: [2, 2] }); // [[1, 2, 1, 2], [1, 2, 1, 2]]
 * ```
 * @see Keras `keras.ops.tile`
 */
export const tile: OptionOp<TileOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Tile',
  module: 'numpy',
  options: ['repeats'],
  call: (x: Tensor, { repeats }: TileOptions) => {
    const counts = [repeats].flat();
    const rank = Math.max(x.rank, counts.length);
    const filled = <T>(list: readonly T[], one: T): T[] => [
      ...Array<T>(rank - list.length).fill(one),
      ...list,
    ];
    return tfTile(reshape(x, filled(x.shape, 1)), filled(counts, 1));
  },
});

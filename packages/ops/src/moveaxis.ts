import { type Tensor, transpose, util } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface MoveaxisOptions {
  /** The axis or axes to move. */
  readonly source: number | readonly number[];
  /** Where they stand afterwards. */
  readonly destination: number | readonly number[];
}

/**
 * Some axes moved to other places; the others keep their order.
 *
 * @example
 * ```ts
 * moveaxis(ones([2, 3, 4]), { source: 0, destination: -1 }).shape; // [3, 4, 2]
 * ```
 * @see Keras `keras.ops.moveaxis`
 */
export const moveaxis: OptionOp<MoveaxisOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Moveaxis',
  module: 'numpy',
  options: ['source', 'destination'],
  call: (x: Tensor, { source, destination }: MoveaxisOptions) => {
    const [from, to] = [source, destination].map((axes) => util.parseAxisParam([axes].flat(), x.shape)) as [
      number[],
      number[],
    ];
    const order = x.shape.map((_, i) => i).filter((i) => !from.includes(i));
    const moves = to.map((place, i) => [place, from[i] ?? 0] as const).sort(([a], [b]) => a - b);
    for (const [place, axis] of moves) order.splice(place, 0, axis);
    return transpose(x, order);
  },
});

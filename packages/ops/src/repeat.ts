import { type Tensor, gather, reshape, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface RepeatOptions {
  /** How often, for all or one for each. */
  readonly repeats: number | readonly number[];
  /** @defaultValue the flattened tensor */
  readonly axis?: number | null;
}

/**
 * Each element, or each slice along an axis, several times in a row.
 *
 * @example
 * ```ts
 * repeat(tensor([1, 2]), { repeats: [1, 2] }); // [1, 2, 2]
 * ```
 * @see Keras `keras.ops.repeat`
 */
export const repeat: OptionOp<RepeatOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Repeat',
  module: 'numpy',
  options: ['repeats', 'axis'],
  call: (x: Tensor, { repeats, axis = null }: RepeatOptions) => {
    const [given, along] = axis === null ? [reshape(x, [-1]), 0] : [x, axis];
    const counts = [repeats].flat();
    const places = Array.from({ length: given.shape.at(along) ?? 1 }, (_, i) =>
      Array<number>(counts[counts.length === 1 ? 0 : i] ?? 0).fill(i),
    );
    return gather(given, tensor1d(places.flat(), 'int32'), along);
  },
});

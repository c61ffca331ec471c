import { type Tensor, floorDiv, mod, scalar } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

export interface UnravelIndexOptions {
  readonly shape: readonly number[];
}

/**
 * The coordinates of elements that are counted through in row-major order. int32.
 *
 * `[...]` → as many tensors of that shape as there are axes.
 *
 * @example
 * ```ts
 * unravelIndex(tensor([3, 5], 'int32'), { shape: [2, 3] }); // [[1, 1], [0, 2]]
 * ```
 * @see Keras `keras.ops.unravel_index`
 */
export const unravelIndex: (<I extends Operand>(indices: I, options: UnravelIndexOptions) => Result<I>[]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'UnravelIndex',
  module: 'numpy',
  options: ['shape'],
  call: (indices: Tensor, { shape }: UnravelIndexOptions) =>
    offTape(() => {
      let rest = indices;
      const coordinates = shape.toReversed().map((size) => {
        const [whole, divisor] = [rest, scalar(size, 'int32')];
        rest = floorDiv(whole, divisor);
        return mod(whole, divisor);
      });
      return coordinates.reverse();
    }),
});

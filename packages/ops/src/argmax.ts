import { type Tensor, argMax, expandDims, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';

export interface ArgmaxOptions {
  /** @defaultValue the flattened tensor */
  readonly axis?: number | null;
  /** Whether the reduced axis stays with size 1. @defaultValue false */
  readonly keepdims?: boolean;
}

/**
 * Where the largest element stands; the first of ties. int32.
 *
 * @example
 * ```ts
 * argmax(tensor([[1, 9], [8, 2]]), { axis: -1 }); // [1, 0]
 * ```
 * @see Keras `keras.ops.argmax`
 */
export const argmax: OptionOp<ArgmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Argmax',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ArgmaxOptions) => {
    const flat = axis === undefined || axis === null;
    const found = offTape(() => (flat ? argMax(reshape(x, [-1])) : argMax(x, axis)));
    if (!keepdims) return found;
    return flat
      ? reshape(
          found,
          x.shape.map(() => 1),
        )
      : expandDims(found, axis);
  },
});

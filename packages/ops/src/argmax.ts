import { type Tensor, argMax } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { placeOf } from './internal/place-of.js';

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
  call: (x: Tensor, options: ArgmaxOptions) => placeOf(argMax, x, options),
});

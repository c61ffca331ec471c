import { type Tensor, argMin } from '@tensorflow/tfjs-core';
import type { ArgmaxOptions } from './argmax.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { placeOf } from './internal/place-of.js';

/**
 * Where the smallest element stands; the first of ties. int32.
 *
 * @example
 * ```ts
 * argmin(tensor([[1, 9], [8, 2]]), { axis: -1 }); // [0, 1]
 * ```
 * @see Keras `keras.ops.argmin`
 */
export const argmin: OptionOp<ArgmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Argmin',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ArgmaxOptions) => placeOf(argMin, x, options),
});

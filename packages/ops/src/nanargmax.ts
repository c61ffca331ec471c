import type { Tensor } from '@tensorflow/tfjs-core';
import { type ArgmaxOptions, argmax } from './argmax.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { unlessAllNan, withoutNan } from './internal/without-nan.js';

/**
 * Where the largest element stands that is not NaN; -1 if all are. int32.
 *
 * @example
 * ```ts
 * nanargmax(tensor([[NaN, 5, 3], [NaN, NaN, NaN]]), { axis: 1 }); // [1, -1]
 * ```
 * @see Keras `keras.ops.nanargmax`
 */
export const nanargmax: OptionOp<ArgmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanargmax',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ArgmaxOptions) =>
    unlessAllNan(x, options, argmax(withoutNan(x, -Infinity), options), -1),
});

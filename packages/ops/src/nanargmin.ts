import type { Tensor } from '@tensorflow/tfjs-core';
import type { ArgmaxOptions } from './argmax.js';
import { argmin } from './argmin.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { unlessAllNan, withoutNan } from './internal/without-nan.js';

/**
 * Where the smallest element stands that is not NaN; -1 if all are. int32.
 *
 * @example
 * ```ts
 * nanargmin(tensor([[NaN, 5, 3], [NaN, NaN, NaN]]), { axis: 1 }); // [2, -1]
 * ```
 * @see Keras `keras.ops.nanargmin`
 */
export const nanargmin: OptionOp<ArgmaxOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanargmin',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ArgmaxOptions) =>
    unlessAllNan(x, options, argmin(withoutNan(x, Infinity), options), -1),
});

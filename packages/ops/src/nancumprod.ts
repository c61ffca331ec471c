import type { Tensor } from '@tensorflow/tfjs-core';
import { cumprod } from './cumprod.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { nanToNum } from './nan-to-num.js';
import type { RunningOptions } from './running-options.js';

/**
 * Running product, NaN being counted as 1, infinities as the largest float.
 *
 * The shape stays; without an axis it is `[size]`.
 *
 * @example
 * ```ts
 * nancumprod(tensor([1, NaN, 3])); // [1, 1, 3]
 * ```
 * @see Keras `keras.ops.nancumprod`
 */
export const nancumprod: OptionOp<RunningOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nancumprod',
  module: 'numpy',
  options: ['axis', 'dtype'],
  call: (x: Tensor, options: RunningOptions) => cumprod(nanToNum(x, { nan: 1 }), options),
});

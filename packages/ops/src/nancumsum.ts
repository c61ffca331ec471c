import type { Tensor } from '@tensorflow/tfjs-core';
import { cumsum } from './cumsum.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { nanToNum } from './nan-to-num.js';
import type { RunningOptions } from './running-options.js';

/**
 * Running sum, NaN being counted as 0, infinities as the largest float.
 *
 * The shape stays; without an axis it is `[size]`.
 *
 * @example
 * ```ts
 * nancumsum(tensor([1, NaN, 3])); // [1, 1, 4]
 * ```
 * @see Keras `keras.ops.nancumsum`
 */
export const nancumsum: OptionOp<RunningOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nancumsum',
  module: 'numpy',
  options: ['axis', 'dtype'],
  call: (x: Tensor, options: RunningOptions) => cumsum(nanToNum(x), options),
});

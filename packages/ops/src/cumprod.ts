import { type Tensor, mul } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { running } from './internal/running.js';
import type { RunningOptions } from './running-options.js';

/**
 * Running product: `yᵢ = x₀ · … · xᵢ`. Its gradient is right at zeros, too.
 *
 * The shape stays; without an axis it is `[size]`.
 *
 * @example
 * ```ts
 * cumprod(tensor([1, 2, 3])); // [1, 2, 6]
 * ```
 * @see Keras `keras.ops.cumprod`
 */
export const cumprod: OptionOp<RunningOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cumprod',
  module: 'numpy',
  options: ['axis', 'dtype'],
  call: (x: Tensor, options: RunningOptions) => running(x, options, mul, 1),
});

import { type Tensor, add } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { running } from './internal/running.js';
import type { RunningOptions } from './running-options.js';

/**
 * Running sum: `yᵢ = x₀ + … + xᵢ`.
 *
 * The shape stays; without an axis it is `[size]`.
 *
 * @example
 * ```ts
 * cumsum(tensor([1, 2, 3])); // [1, 3, 6]
 * ```
 * @see Keras `keras.ops.cumsum`
 */
export const cumsum: OptionOp<RunningOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Cumsum',
  module: 'numpy',
  options: ['axis', 'dtype'],
  call: (x: Tensor, options: RunningOptions) => running(x, options, add, 0),
});

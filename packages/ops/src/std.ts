import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import type { ReduceOptions } from './reduce-options.js';
import { sqrt } from './sqrt.js';
import { variance } from './variance.js';

/**
 * Standard deviation, the root of the variance: `y = √(Σ (x - mean)² / n)`.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * std(tensor([1, 1, 3, 3])); // 1
 * ```
 * @see Keras `keras.ops.std`
 */
export const std: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Std',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => sqrt(variance(x, options)),
});

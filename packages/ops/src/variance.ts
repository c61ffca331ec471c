import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { mean } from './mean.js';
import type { ReduceOptions } from './reduce-options.js';
import { square } from './square.js';
import { subtract } from './subtract.js';

/**
 * Mean square of the distances from the mean: `y = Σ (x - mean)² / n`.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * variance(tensor([1, 2, 3, 4])); // 1.25
 * ```
 * @see Keras `keras.ops.var`
 */
export const variance: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Var',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, { axis, keepdims = false }: ReduceOptions) => {
    const apart = subtract(x, mean(x, { axis: axis ?? null, keepdims: true }));
    return mean(square(apart), { axis: axis ?? null, keepdims });
  },
});

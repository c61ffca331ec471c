import {
  type Tensor,
  add,
  exp,
  isFinite as tfIsFinite,
  log,
  max,
  reshape,
  sub,
  sum,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';
import { type ReduceOptions, axisOf } from './reduce-options.js';

/**
 * Logarithm of a sum of exponentials: `y = log Σ eˣ`, computed from `x - max(x)`, so that it does not overflow.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * logsumexp(tensor([1000, 1000])); // 1000.6931
 * ```
 * @see Keras `keras.ops.logsumexp`
 */
export const logsumexp: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Logsumexp',
  module: 'math',
  options: ['axis', 'keepdims'],
  call(given: Tensor, { axis, keepdims = false }: ReduceOptions) {
    const [x, axes] = [toFloat(given), axisOf(axis)];
    const shift = offTape(() => {
      const largest = max(x, axes, true);
      return where(tfIsFinite(largest), largest, zerosLike(largest));
    });
    const sums = log(sum(exp(sub(x, shift)), axes, keepdims));
    return add(sums, reshape(shift, sums.shape));
  },
});

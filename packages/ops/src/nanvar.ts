import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { divide } from './divide.js';
import { countOfNumbers, unlessAllNan, withoutNan } from './internal/without-nan.js';
import { nanmean } from './nanmean.js';
import { toFloat } from './promote.js';
import type { ReduceOptions } from './reduce-options.js';
import { square } from './square.js';
import { subtract } from './subtract.js';
import { sum } from './sum.js';

/**
 * Variance of the elements that are not NaN; NaN if all are.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanvar(tensor([1, NaN, 3])); // 1
 * ```
 * @see Keras `keras.ops.nanvar`
 */
export const nanvar: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanvar',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => {
    const numbers = toFloat(x);
    const mean = nanmean(numbers, { axis: options.axis ?? null, keepdims: true });
    const squares = square(withoutNan(subtract(numbers, mean), 0));
    const result = divide(sum(squares, options), countOfNumbers(numbers, options));
    return unlessAllNan(numbers, options, result, NaN);
  },
});

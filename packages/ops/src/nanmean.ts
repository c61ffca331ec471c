import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { divide } from './divide.js';
import { countOfNumbers, unlessAllNan } from './internal/without-nan.js';
import { mean } from './mean.js';
import { nansum } from './nansum.js';
import type { ReduceOptions } from './reduce-options.js';

/**
 * Mean of the elements that are not NaN; NaN if all are.
 *
 * Over all elements, or along `axis`; the axes go unless `keepdims`.
 *
 * @example
 * ```ts
 * nanmean(tensor([1, NaN, 2])); // 1.5
 * ```
 * @see Keras `keras.ops.nanmean`
 */
export const nanmean: OptionOp<ReduceOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nanmean',
  module: 'numpy',
  options: ['axis', 'keepdims'],
  call: (x: Tensor, options: ReduceOptions) => {
    if (x.dtype !== 'float32') return mean(x, options);
    const result = divide(nansum(x, options), countOfNumbers(x, options));
    return unlessAllNan(x, options, result, NaN);
  },
});

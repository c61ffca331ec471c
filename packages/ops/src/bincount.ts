import { type Tensor, expandDims } from '@tensorflow/tfjs-core';
import { cast } from './cast.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { equal } from './equal.js';
import { indices } from './indices.js';
import { countToLargest } from './internal/count-to-largest.js';
import { wholeNumbers } from './internal/whole-numbers.js';
import { multiply } from './multiply.js';
import { sum } from './sum.js';

export interface BincountOptions {
  /** What each element counts, of the same shape. @defaultValue 1 each */
  readonly weights?: Tensor | null;
  /** How many numbers are counted at least. @defaultValue 0 */
  readonly minlength?: number;
}

/**
 * How often each whole number from 0 up to the largest one occurs, or the sum of the weights where it does.
 *
 * The size of the result depends on values, so it works outside of layers, graphs and training steps alone. Keras' `sparse` is
 * missing: there are no sparse tensors.
 *
 * `[n]` → `[count]`, `[m, n]` → `[m, count]`, int32 or the type of the weights.
 *
 * @example
 * ```ts
 * bincount(tensor([1, 3, 1], 'int32')); // [0, 2, 0, 1]
 * ```
 * @throws DTypeError when it is not of whole numbers.
 * @throws TraceError in a graph or a program.
 * @see Keras `keras.ops.bincount`
 */
export const bincount: OptionOp<BincountOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Bincount',
  module: 'numpy',
  options: ['weights', 'minlength'],
  call: (x: Tensor, { weights = null, minlength = 0 }: BincountOptions) => {
    const values = wholeNumbers('bincount', x);
    const each = equal(expandDims(values, -1), indices(countToLargest(values, minlength)));
    if (weights === null) return sum(each, { axis: -2 });
    const counted = multiply(cast(each, { dtype: weights.dtype as 'float32' }), expandDims(weights, -1));
    return sum(counted, { axis: -2 });
  },
});

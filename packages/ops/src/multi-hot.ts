import { any } from './any.js';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { max } from './max.js';
import { type OneHotOptions, oneHot } from './one-hot.js';
import type { Tensor } from '@tensorflow/tfjs-core';

export type MultiHotOptions = OneHotOptions;

/**
 * Zeros with a one at the place of every class of an example; classes out of range add nothing.
 *
 * `[batch, count]` → `[batch, numClasses]`; `[count]` → `[numClasses]`.
 *
 * @example
 * ```ts
 * multiHot(tensor([0, 2, 2]), { numClasses: 4 }); // [1, 0, 1, 0]
 * ```
 * @see Keras `keras.ops.multi_hot`
 */
export const multiHot: OptionOp<MultiHotOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'MultiHot',
  module: 'nn',
  options: ['numClasses', 'axis', 'dtype', 'sparse'],
  call(x: Tensor, options: MultiHotOptions) {
    const rows = oneHot(x, options);
    const axis = x.rank > 1 ? 1 : 0;
    return options.dtype === 'bool' ? any(rows, { axis }) : max(rows, { axis });
  },
});

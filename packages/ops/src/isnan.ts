import { type Tensor, isNaN } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element is NaN.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isnan(tensor([1, NaN, Infinity])); // [false, true, false]
 * ```
 * @see Keras `keras.ops.isnan`
 */
export const isnan: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isnan',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => isNaN(toFloat(x))),
});

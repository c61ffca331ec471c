import { type Tensor, isFinite } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element is a number: neither NaN nor infinite.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isfinite(tensor([1, NaN, Infinity])); // [true, false, false]
 * ```
 * @see Keras `keras.ops.isfinite`
 */
export const isfinite: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isfinite',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => isFinite(toFloat(x))),
});

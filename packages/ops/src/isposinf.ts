import { type Tensor, equal } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element is +∞.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isposinf(tensor([1, Infinity, -Infinity])); // [false, true, false]
 * ```
 * @see Keras `keras.ops.isposinf`
 */
export const isposinf: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isposinf',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => equal(toFloat(x), Infinity)),
});

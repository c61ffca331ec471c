import { type Tensor, equal } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element is -∞.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isneginf(tensor([1, Infinity, -Infinity])); // [false, false, true]
 * ```
 * @see Keras `keras.ops.isneginf`
 */
export const isneginf: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isneginf',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => equal(toFloat(x), -Infinity)),
});

import { type Tensor, isInf } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { offTape } from './off-tape.js';
import { toFloat } from './promote.js';

/**
 * Whether each element is infinite.
 *
 * Any shape → the same shape, bool.
 *
 * @example
 * ```ts
 * isinf(tensor([1, NaN, -Infinity])); // [false, false, true]
 * ```
 * @see Keras `keras.ops.isinf`
 */
export const isinf: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Isinf',
  module: 'numpy',
  call: (x: Tensor) => offTape(() => isInf(toFloat(x))),
});

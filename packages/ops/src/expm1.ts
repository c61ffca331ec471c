import { type Tensor, expm1 as tfExpm1 } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { toFloat } from './promote.js';

/**
 * Exponential minus one, exact near zero: `y = eˣ - 1`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * expm1(tensor([0, 1])); // [0, 1.7182818]
 * ```
 * @see Keras `keras.ops.expm1`
 */
export const expm1: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Expm1',
  module: 'numpy',
  call: (x: Tensor) => tfExpm1(toFloat(x)),
});

import { type Tensor, clone } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * The same values as a tensor of its own.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * copy(tensor([1, 2])); // [1, 2]
 * ```
 * @see Keras `keras.ops.copy`
 */
export const copy: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Copy',
  module: 'numpy',
  call: (x: Tensor) => clone(x),
});

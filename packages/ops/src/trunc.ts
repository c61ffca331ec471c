import { type Tensor, ceil, floor, where } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { less } from './less.js';

/**
 * The whole part: rounds towards zero.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * trunc(tensor([1.7, -1.7])); // [1, -1]
 * ```
 * @see Keras `keras.ops.trunc`
 */
export const trunc: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Trunc',
  module: 'numpy',
  call: (x: Tensor) => (x.dtype === 'float32' ? where(less(x, 0), ceil(x), floor(x)) : x),
});

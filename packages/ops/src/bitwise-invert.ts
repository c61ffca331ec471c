import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { wholeNumbers } from './internal/whole-numbers.js';
import { negative } from './negative.js';
import { subtract } from './subtract.js';

/**
 * All bits of whole numbers turned over: `y = -x - 1`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * bitwiseInvert(tensor([0, 5, -1], 'int32')); // [-1, -6, 0]
 * ```
 * @throws DTypeError when it is not of whole numbers.
 * @see Keras `keras.ops.bitwise_invert`
 */
export const bitwiseInvert: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'BitwiseInvert',
  module: 'numpy',
  call: (x: Tensor) => subtract(negative(wholeNumbers('bitwiseInvert', x)), 1),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { absolute } from './absolute.js';
import { add } from './add.js';
import { divide } from './divide.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * Between -1 and 1, approached slowly: `y = x / (|x| + 1)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * softsign(tensor([1, -3])); // [0.5, -0.75]
 * ```
 * @see Keras `keras.ops.softsign`
 */
export const softsign: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Softsign',
  module: 'nn',
  call: (x: Tensor) => divide(x, add(absolute(x), 1)),
});

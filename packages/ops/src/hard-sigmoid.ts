import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { divide } from './divide.js';
import { relu6 } from './relu6.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * A sigmoid of three lines: `y = clip(x / 6 + 1/2, 0, 1)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * hardSigmoid(tensor([-3, 0, 1])); // [0, 0.5, 0.6667]
 * ```
 * @see Keras `keras.ops.hard_sigmoid`
 */
export const hardSigmoid: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'HardSigmoid',
  module: 'nn',
  call: (x: Tensor) => divide(relu6(add(x, 3)), 6),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * A `tanh` of three lines: `y = clip(x, -1, 1)`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * hardTanh(tensor([-2, 0.5, 2])); // [-1, 0.5, 1]
 * ```
 * @see Keras `keras.ops.hard_tanh`
 */
export const hardTanh: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'HardTanh',
  module: 'nn',
  call: (x: Tensor) => clip(x, { xMin: -1, xMax: 1 }),
});

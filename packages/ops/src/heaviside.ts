import { type Tensor, onesLike, where, zerosLike } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { greater } from './greater.js';
import { less } from './less.js';
import { promoteToFloat } from './promote.js';

/**
 * Step: 0 where `a` is negative, 1 where it is positive, `b` where it is 0. Always a float.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * heaviside(tensor([-2, 0, 2]), 0.5); // [0, 0.5, 1]
 * ```
 * @see Keras `keras.ops.heaviside`
 */
export const heaviside: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Heaviside',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [x, atZero] = promoteToFloat(a, b);
    const below = less(x, 0);
    const above = greater(x, 0);
    return where(below, zerosLike(x), where(above, onesLike(x), atZero));
  },
});

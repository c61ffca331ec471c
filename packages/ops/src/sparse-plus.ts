import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { less } from './less.js';
import { lessEqual } from './less-equal.js';
import { multiply } from './multiply.js';
import { square } from './square.js';
import { where } from './where.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * A `relu` with a parabola for its kink: 0 up to -1, `(x + 1)² / 4` up to 1, then `x`.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sparsePlus(tensor([-1, 0, 2])); // [0, 0.25, 2]
 * ```
 * @see Keras `keras.ops.sparse_plus`
 */
export const sparsePlus: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'SparsePlus',
  module: 'nn',
  call: (x: Tensor) => where(lessEqual(x, -1), 0, where(less(x, 1), multiply(square(add(x, 1)), 0.25), x)),
});

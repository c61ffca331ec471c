import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from './add.js';
import { greaterEqual } from './greater-equal.js';
import { lessEqual } from './less-equal.js';
import { multiply } from './multiply.js';
import { where } from './where.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';

/**
 * A sigmoid of three lines that ends at 1: 0 up to -1, `(x + 1) / 2` up to 1, then 1.
 *
 * Any shape → the same shape.
 *
 * @example
 * ```ts
 * sparseSigmoid(tensor([-1, 0, 2])); // [0, 0.5, 1]
 * ```
 * @see Keras `keras.ops.sparse_sigmoid`
 */
export const sparseSigmoid: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'SparseSigmoid',
  module: 'nn',
  call: (x: Tensor) => where(lessEqual(x, -1), 0, where(greaterEqual(x, 1), 1, multiply(add(x, 1), 0.5))),
});

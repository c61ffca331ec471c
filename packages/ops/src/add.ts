import { type Tensor, add as tfAdd } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Sum: `y = a + b`.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * add(tensor([1, 2]), 10); // [11, 12]
 * ```
 * @see Keras `keras.ops.add`
 */
export const add: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Add',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => tfAdd(...promote(a, b)),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { unlessNan } from './internal/unless-nan.js';
import { minimum } from './minimum.js';
import { promote } from './promote.js';

/**
 * The smaller of two; NaN only where both are NaN.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * fmin(tensor([1, NaN]), 3); // [1, 3]
 * ```
 * @see Keras `keras.ops.fmin`
 */
export const fmin: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fmin',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => unlessNan(...promote(a, b), minimum),
});

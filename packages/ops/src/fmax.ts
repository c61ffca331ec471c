import type { Tensor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { unlessNan } from './internal/unless-nan.js';
import { maximum } from './maximum.js';
import { promote } from './promote.js';

/**
 * The larger of two; NaN only where both are NaN.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * fmax(tensor([1, NaN]), 3); // [3, 3]
 * ```
 * @see Keras `keras.ops.fmax`
 */
export const fmax: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Fmax',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => unlessNan(...promote(a, b), maximum),
});

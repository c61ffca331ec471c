import type { Tensor } from '@tensorflow/tfjs-core';
import { all } from './all.js';
import { type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { areClose } from './internal/closeness.js';
import type { ClosenessOptions } from './isclose.js';
import { promote } from './promote.js';

/**
 * Whether all elements are equal within `|a - b| ≤ atol + rtol · |b|`; whole numbers are compared exactly.
 *
 * Shapes that broadcast against each other → `[]`, bool.
 *
 * @example
 * ```ts
 * allclose(tensor([1, 2]), tensor([1.000001, 2])); // true
 * ```
 * @see Keras `keras.ops.allclose`
 */
export const allclose: (<A extends Value, B extends Value>(
  a: A,
  b: B,
  options?: ClosenessOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'AllClose',
  module: 'numpy',
  operands: 2,
  options: ['rtol', 'atol', 'equalNan'],
  call: (a: Tensor | number, b: Tensor | number, options: ClosenessOptions) =>
    all(areClose(...promote(a, b), options)),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { areClose } from './internal/closeness.js';
import { promote } from './promote.js';

/** How far numbers may lie apart to count as equal. */
export interface ClosenessOptions {
  /** What may differ, as a part of the second number. @defaultValue 1e-5 */
  readonly rtol?: number;
  /** What may differ on top of that. @defaultValue 1e-8 */
  readonly atol?: number;
  /** Whether NaN counts as equal to NaN. @defaultValue false */
  readonly equalNan?: boolean;
}

/**
 * Whether two are equal within `|a - b| ≤ atol + rtol · |b|`; whole numbers are compared exactly.
 *
 * Infinities are close to themselves alone, as in NumPy; Keras on TensorFlow finds them far from themselves.
 *
 * Shapes that broadcast against each other → their common shape, bool.
 *
 * @example
 * ```ts
 * isclose(tensor([1, 1]), tensor([1.000001, 1.1])); // [true, false]
 * ```
 * @see Keras `keras.ops.isclose`
 */
export const isclose: (<A extends Value, B extends Value>(
  a: A,
  b: B,
  options?: ClosenessOptions,
) => Result<A | B>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Isclose',
  module: 'numpy',
  operands: 2,
  options: ['rtol', 'atol', 'equalNan'],
  call: (a: Tensor | number, b: Tensor | number, options: ClosenessOptions) =>
    areClose(...promote(a, b), options),
});

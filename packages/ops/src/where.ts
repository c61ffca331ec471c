import { type Tensor, cast, where as tfWhere } from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, type Value, defineOp } from './define-op.js';
import { promote } from './promote.js';

/**
 * Chooses between two: `y = condition ? a : b`, element by element.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * where(tensor([1, 0]), tensor([5, 6]), 0); // [5, 0]
 * ```
 * @see Keras `keras.ops.where`
 */
export const where: (<C extends Operand, A extends Value, B extends Value>(
  condition: C,
  a: A,
  b: B,
) => Result<A | B | C>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Where',
  module: 'numpy',
  operands: 3,
  call: (condition: Tensor, a: Tensor | number, b: Tensor | number) =>
    tfWhere(cast(condition, 'bool'), ...promote(a, b)),
});

import type { Tensor } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, type Value, defineOp } from './define-op.js';
import { where } from './where.js';

/**
 * The first choice whose condition holds, element by element; `otherwise` where none does.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * const x = tensor([1, 5, 9]);
 * select([less(x, 3), less(x, 6)], [x, negative(x)], 0); // [1, -5, 0]
 * ```
 * @see Keras `keras.ops.select`
 */
export const select: (<C extends Operand, X extends Operand, D extends Value>(
  conditions: readonly C[],
  choices: readonly X[],
  otherwise?: D,
) => Result<C | X | D>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Select',
  module: 'numpy',
  operands: 3,
  call: (conditions: readonly Tensor[], choices: readonly Tensor[], otherwise: Tensor | number = 0) => {
    const [condition, ...others] = conditions.map((one, i) => [one, choices[i] as Tensor] as const).reverse();
    const [last, choice] = condition as readonly [Tensor, Tensor];
    return others.reduce((rest, [one, chosen]) => where(one, chosen, rest), where(last, choice, otherwise));
  },
});

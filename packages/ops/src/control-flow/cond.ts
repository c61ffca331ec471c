import { type Tensor, engine } from '@tensorflow/tfjs-core';
import { AbstractBackend } from '../abstract/abstract-backend.js';
import { expectCondition, holds } from './internal/condition.js';
import { recordedCond } from './internal/recorded-cond.js';

/**
 * `y = trueFn()` where the condition holds, else `falseFn()`: one of them runs, as a whole.
 *
 * Both use the tensors around them, and gradients go through what the one that runs uses. They must be pure; what they
 * compute leaves them only by what they return. To choose for each element, use `where`.
 *
 * A boolean, or a bool of shape `[]`; results of any shapes → the same, of one or of the other. In a program both return
 * the same shapes and types.
 *
 * @example
 * ```ts
 * const x = tensor([3, -2]);
 * cond(less(sum(x), 0), () => negative(x), () => square(x)); // [9, 4]
 * ```
 * @throws ShapeError when the condition is no bool of shape `[]`, or in a program the two differ in what they return.
 * @see Keras `keras.ops.cond`
 */
export function cond<const T extends Tensor | readonly Tensor[]>(
  pred: Tensor | boolean,
  trueFn: () => T,
  falseFn: () => T,
): T {
  if (typeof pred === 'boolean') return pred ? trueFn() : falseFn();
  const { backend } = engine();
  if (!(backend instanceof AbstractBackend)) return holds('cond', pred) ? trueFn() : falseFn();
  expectCondition('cond', pred);
  const returned = { aList: false };
  const listed = (branch: () => T) => (): readonly Tensor[] => {
    const result: Tensor | readonly Tensor[] = branch();
    returned.aList = Array.isArray(result);
    return [result].flat();
  };
  const results = recordedCond(backend, pred, [listed(trueFn), listed(falseFn)]);
  return (returned.aList ? results : results[0]) as T;
}

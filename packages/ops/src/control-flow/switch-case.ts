import { type Tensor, lessEqual, scalar } from '@tensorflow/tfjs-core';
import { ArgumentError } from '@myelin/core';
import { offTape } from '../off-tape.js';
import { cond } from './cond.js';

/**
 * Runs one of several functions, by its index, on the operands: `branches[index](...operands)`. An index that is too small
 * stands for the first one, one that is too large for the last one.
 *
 * As of {@link cond}, gradients go through the function that runs, and in a program all return the same shapes and types.
 * Keras' name, `switch`, is a word of the language.
 *
 * @example
 * ```ts
 * switchCase(1, [add, subtract], tensor([5]), tensor([3])); // [2]
 * ```
 * @throws ArgumentError when there are no branches.
 * @see Keras `keras.ops.switch`
 */
export function switchCase<X extends readonly Tensor[], const T extends Tensor | readonly Tensor[]>(
  index: Tensor | number,
  branches: readonly ((...operands: X) => T)[],
  ...operands: X
): T {
  const [branch, ...others] = branches;
  if (branch === undefined) {
    throw new ArgumentError({ who: 'switchCase', expected: 'at least one branch', got: 'none' });
  }
  if (others.length === 0) return branch(...operands);
  if (typeof index === 'number')
    return (branches[Math.max(index, 0)] ?? branches.at(-1) ?? branch)(...operands);
  return chosen(index, branches, 0, operands);
}

function chosen<X extends readonly Tensor[], T extends Tensor | readonly Tensor[]>(
  index: Tensor,
  branches: readonly ((...operands: X) => T)[],
  first: number,
  operands: X,
): T {
  const branch = branches[first] as (...operands: X) => T;
  if (first === branches.length - 1) return branch(...operands);
  return cond<Tensor | readonly Tensor[]>(
    offTape(() => lessEqual(index, scalar(first, 'int32'))),
    () => branch(...operands),
    () => chosen(index, branches, first + 1, operands),
  ) as T;
}

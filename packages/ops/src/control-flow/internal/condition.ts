import { ShapeError, formatShape } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** @throws ShapeError where a condition is not a bool without axes. */
export function expectCondition(who: string, condition: Tensor): void {
  const { shape, dtype } = condition;
  if (dtype === 'bool' && shape.length === 0) return;
  throw new ShapeError({
    who,
    expected: 'a condition that is a bool of shape ()',
    got: `${dtype} ${formatShape(shape)}`,
    hint: 'Compare: `greater(sum(x), 0)`.',
  });
}

/** Whether a condition holds, which is read. */
export function holds(who: string, condition: Tensor): boolean {
  expectCondition(who, condition);
  return condition.dataSync()[0] !== 0;
}

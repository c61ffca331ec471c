import { installAbstractEvaluator } from '@myelin/core';
import { evaluateAbstractly } from './evaluate-abstractly.js';

/** Lets symbolic tensors of @myelin/core find their shapes; every op does this before it extends a graph. */
export function ensureAbstractEvaluator(): void {
  installAbstractEvaluator(evaluateAbstractly);
}

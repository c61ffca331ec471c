import { NdArray, type Scope, Variable } from '@myelin/core';
import { add, divide, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The mean of a loss over all batches so far. */
export interface MeanTracker {
  /** Sum of the losses of the batches, each times its weight. */
  readonly total: Variable;
  /** Sum of the weights. */
  readonly count: Variable;
}

export function meanTracker(name: string): MeanTracker {
  const zero = (part: string): Variable =>
    new Variable(NdArray.zeros([]), { name: `${name}_${part}`, trainable: false });
  return { total: zero('total'), count: zero('count') };
}

/** Takes the loss of one batch into account. */
export function track({ total, count }: MeanTracker, scope: Scope, loss: Tensor, weight: number): void {
  scope.update(total, add(scope.read(total), multiply(loss, weight)));
  scope.update(count, add(scope.read(count), weight));
}

export function trackedMean({ total, count }: MeanTracker, scope: Scope): Tensor {
  return divide(scope.read(total), scope.read(count));
}

export function resetTracker({ total, count }: MeanTracker): void {
  total.reset();
  count.reset();
}

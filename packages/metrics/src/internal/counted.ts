import { add, divideNoNan, multiply, squeeze, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The weights of the cases that hold, together: `[thresholds, values]` → `[thresholds]`. */
export function counted(holds: Tensor, weights: Tensor): Tensor {
  return sum(multiply(holds, weights), { axis: 1 });
}

/** `part / (part + rest)` for each threshold; a scalar for a single one. */
export function shareOf(part: Tensor, rest: Tensor): Tensor {
  const share = divideNoNan(part, add(part, rest));
  return share.size === 1 ? squeeze(share, { axis: 0 }) : share;
}

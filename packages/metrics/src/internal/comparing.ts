import { expandDims, greater, reshape, sum, tensor, where } from '@myelin/ops';
import type { Decided, Decisions } from './decisions.js';
import type { Thresholds } from './thresholds.js';

/** Decisions for any thresholds: each value is compared with each of them. */
export function comparing({ scores, weights }: Decided, { values }: Thresholds): Decisions {
  const limits = reshape(tensor(values), { newshape: [-1, 1, 1] });
  const above = greater(expandDims(scores, { axis: 0 }), limits);
  return (predicted, actual) => {
    const weighed = expandDims(weights[`${actual}`], { axis: 0 });
    return sum(predicted ? where(above, weighed, 0) : where(above, 0, weighed), { axis: 1 });
  };
}

import {
  add,
  arange,
  cast,
  clip,
  floor,
  greater,
  greaterEqual,
  matmul,
  maximum,
  multiply,
  negative,
  reshape,
  segmentSum,
  subtract,
  sum,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Decided, Decisions } from './decisions.js';
import type { Thresholds } from './thresholds.js';

/**
 * Decisions for thresholds that cut 0 to 1 into equal parts: the values are counted by parts, so that many thresholds
 * cost no more than few. Scores beyond 0 to 1 are taken for 0 and 1.
 */
export function counting({ scores, weights }: Decided, { values }: Thresholds): Decisions {
  const [, columns] = scores.shape as [number, number];
  const count = values.length;
  const held = clip(scores, { xMin: 0, xMax: 1 });
  const isAboveFirst = greater(held, values[0] ?? 0);
  // The last threshold that the score is above: one that is exactly on a threshold is not above it.
  const part = subtract(negative(floor(negative(multiply(held, count - 1)))), 1);
  const place = add(multiply(maximum(where(isAboveFirst, part, 0), 0), columns), arange(columns));
  const segments = reshape(cast(place, { dtype: 'int32' }), { newshape: [-1] });
  const sumsAbove = (weighed: Tensor): Tensor => {
    const counted = reshape(where(isAboveFirst, weighed, 0), { newshape: [-1] });
    const parts = segmentSum(counted, segments, { numSegments: count * columns });
    return matmul(fromHereOn(count), reshape(parts, { newshape: [count, columns] }));
  };
  const above = { true: sumsAbove(weights.true), false: sumsAbove(weights.false) };
  return (predicted, actual) => {
    const positive = above[`${actual}`];
    return predicted ? positive : subtract(sum(weights[`${actual}`], { axis: 0 }), positive);
  };
}

/** What turns the sums of the parts into sums of a part and all after it: ones on the diagonal and above. */
function fromHereOn(count: number): Tensor {
  const places = arange(count);
  const above = greaterEqual(places, reshape(places, { newshape: [-1, 1] }));
  return cast(above, { dtype: 'float32' });
}

import { ArgumentError, type ArrayLike, NdArray } from '@myelin/core';
import { readClasses, requireSameLength } from './internal/read-array.js';

export interface ConfusionCountsOptions {
  /** Class numbers `[n]` or `[n, 1]`, or one row for each example `[n, classes]`, whose largest entry counts. */
  readonly truth: ArrayLike;
  /** The same of what the model says; the output of a softmax can be passed as it is. */
  readonly predicted: ArrayLike;
  /** How many classes there are; default: as many as occur, or as rows have entries. */
  readonly classes?: number;
}

/**
 * How often each class was taken for each: `c[i, j] = #{ n : truth[n] = i and predicted[n] = j }`.
 *
 * Output `[classes, classes]`, int32; the rows are the true classes.
 *
 * @example
 * ```ts
 * confusionCounts({ truth: [0, 0, 1], predicted: [0, 1, 1] }).toArray();             // [[1, 1], [0, 1]]
 * confusionCounts({ truth: [1], predicted: [[0.2, 0.7, 0.1]] }).at(1, 1);            // 1
 * ```
 * @throws ArgumentError for empty arrays or arrays of two lengths, for what is no class number, and for a class
 * number that is not below `classes`.
 * @throws ShapeError for an array of another shape.
 */
export function confusionCounts({ truth, predicted, classes }: ConfusionCountsOptions): NdArray {
  const who = 'confusionCounts';
  const real = readClasses(who, 'truth', truth);
  const said = readClasses(who, 'predicted', predicted);
  requireSameLength(who, real.classes.length, said.classes.length);
  const needed = Math.max(real.depth, said.depth);
  const depth = classes ?? needed;
  if (!Number.isInteger(depth) || depth < needed) {
    throw new ArgumentError({ who, expected: `at least ${needed} classes`, got: String(depth) });
  }
  const counts = NdArray.zeros([depth, depth], 'int32');
  real.classes.forEach((row, n) => {
    const cell = row * depth + (said.classes[n] ?? 0);
    counts.data[cell] = Number(counts.data[cell]) + 1;
  });
  return counts;
}

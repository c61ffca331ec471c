import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { cast, divideNoNan, expandDims, mean, multiply, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { sameRank } from '../same-rank.js';

/** How the values of the examples become one. */
export type Reduction = 'sum' | 'mean' | 'sum_over_batch_size' | 'mean_with_sample_weight' | 'none' | null;

const reductions: readonly Reduction[] = [
  'sum',
  'mean',
  'sum_over_batch_size',
  'mean_with_sample_weight',
  'none',
  null,
];

/** @throws ArgumentError for what is no reduction. */
export function checkReduction(who: string, reduction: Reduction): void {
  if (reductions.includes(reduction)) return;
  throw new ArgumentError({
    who,
    expected: `a reduction of ${reductions.join(', ')}`,
    got: JSON.stringify(reduction),
  });
}

/**
 * Weights the values of the examples and reduces them.
 *
 * `mean` and `sum_over_batch_size` divide by the number of values (of those that `mask` lets count),
 * `mean_with_sample_weight` by the sum of the weights.
 *
 * @see Keras `keras.src.losses.loss.reduce_weighted_values`
 */
export function reduceWeighted(
  values: Tensor,
  sampleWeight: Tensor | null,
  mask: Tensor | null,
  reduction: Reduction,
): Tensor {
  const averages = reduction === 'mean' || reduction === 'sum_over_batch_size';
  const fitted = sampleWeight === null ? null : fit(values, sampleWeight, mask !== null);
  const all = fitted === null ? values : fitted[0];
  let weight = fitted === null ? null : fitted[1];
  if (mask !== null) {
    const counts = cast(mask, { dtype: 'float32' });
    const share = averages ? multiply(counts, divideNoNan(counts.size, sum(counts))) : counts;
    weight = weight === null ? share : multiply(weight, share);
  }
  const weighted = weight === null ? all : multiply(all, weight);
  if (weighted.rank === 0) return weighted;
  if (averages) return mean(weighted);
  if (reduction === 'sum') return sum(weighted);
  if (reduction === 'mean_with_sample_weight') {
    return weight === null ? mean(weighted) : divideNoNan(sum(weighted), sum(weight));
  }
  return weighted;
}

/** Values and weights in shapes that broadcast against each other. */
function fit(values: Tensor, sampleWeight: Tensor, masked: boolean): [Tensor, Tensor] {
  const [all, given] = sameRank(values, cast(sampleWeight, { dtype: 'float32' }));
  let weight = given;
  const fits =
    all.rank === 0 ||
    (weight.rank <= all.rank && weight.shape.every((size, i) => size === 1 || size === all.shape[i]));
  if (!fits || (masked && weight.rank < all.rank)) {
    throw new ShapeError({
      who: 'sampleWeight',
      expected: `one weight for each of the ${masked ? 'masked ' : ''}values ${formatShape(values.shape)}`,
      got: `weights ${formatShape(sampleWeight.shape)}`,
    });
  }
  while (weight.rank < all.rank) weight = expandDims(weight, { axis: -1 });
  return [all, weight];
}

import { ShapeError, formatShape } from '@myelin/core';
import { cast, divide, expandDims, mean, multiply, squeeze, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** How the values of the examples become one. */
export type Reduction = 'sum' | 'mean' | 'sum_over_batch_size' | 'mean_with_sample_weight' | 'none' | null;

/**
 * Weights the values of the examples and reduces them.
 *
 * `mean` and `sum_over_batch_size` divide by the number of values, `mean_with_sample_weight` by the sum of the weights.
 *
 * @see Keras `keras.src.losses.loss.reduce_weighted_values`
 */
export function reduceWeighted(values: Tensor, sampleWeight: Tensor | null, reduction: Reduction): Tensor {
  const weighted = sampleWeight === null ? values : multiply(values, fit(sampleWeight, values));
  switch (reduction) {
    case 'none':
    case null:
      return weighted;
    case 'sum':
      return sum(weighted);
    case 'mean_with_sample_weight':
      return sampleWeight === null ? mean(weighted) : divide(sum(weighted), sum(fit(sampleWeight, values)));
    case 'mean':
    case 'sum_over_batch_size':
      return mean(weighted);
  }
}

/** Weights in a shape that broadcasts against the values. */
function fit(sampleWeight: Tensor, values: Tensor): Tensor {
  let weight = cast(sampleWeight, { dtype: 'float32' });
  if (weight.rank === values.rank + 1 && weight.shape.at(-1) === 1) weight = squeeze(weight, { axis: -1 });
  if (weight.rank > values.rank || weight.shape.some((size, i) => size !== 1 && size !== values.shape[i])) {
    throw new ShapeError({
      who: 'sampleWeight',
      expected: `one weight for each of the values ${formatShape(values.shape)}`,
      got: `weights ${formatShape(sampleWeight.shape)}`,
    });
  }
  while (weight.rank < values.rank) weight = expandDims(weight, { axis: -1 });
  return weight;
}

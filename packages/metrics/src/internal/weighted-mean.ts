import { sameRank } from '@myelin/losses';
import { add, broadcastTo, cast, mean, multiply, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricTensors } from '../define-metric.js';

/** What a mean gathers. */
export type MeanState = MetricTensors<'total' | 'count'>;

/**
 * One batch more: each example counts once, or by its weight, with the mean of its values.
 *
 * @see Keras `keras.src.metrics.reduction_metrics.reduce_to_samplewise_values`
 */
export function addToMean({ total, count }: MeanState, values: Tensor, weights: Tensor | null): MeanState {
  const all = cast(values, { dtype: 'float32' });
  if (weights === null) {
    const examples = all.rank === 0 ? 1 : all.shape[0];
    return { total: add(total, sum(perExample(all))), count: add(count, examples) };
  }
  const [ranked, given] = sameRank(all, cast(weights, { dtype: 'float32' }));
  const reduced = meanFrom(ranked, given.rank);
  const weight = broadcastTo(given, { shape: reduced.shape });
  return {
    total: add(total, sum(perExample(multiply(reduced, weight)))),
    count: add(count, sum(perExample(weight))),
  };
}

function perExample(values: Tensor): Tensor {
  return meanFrom(values, 1);
}

/** The mean over all axes from the given one on. */
function meanFrom(values: Tensor, first: number): Tensor {
  const axis = values.shape.map((_, i) => i).slice(first);
  return axis.length === 0 ? values : mean(values, { axis });
}

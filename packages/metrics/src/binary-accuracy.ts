import { sameRank } from '@myelin/losses';
import { cast, equal, greater } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link binaryAccuracy}. */
export interface BinaryAccuracyConfig {
  /** Predictions above it count as 1. @defaultValue 0.5 */
  threshold?: number;
}

/**
 * How often predictions fall on the side of the threshold that targets of 0 and 1 are on.
 *
 * @example
 * ```ts
 * const metric = binaryAccuracy();
 * metric.update(tensor([[1], [1], [0], [0]]), tensor([[0.98], [1], [0], [0.6]]));
 * metric.result(); // 0.75
 * ```
 * @see Keras `keras.metrics.BinaryAccuracy`
 * @id binary_accuracy
 */
export const binaryAccuracy: MetricFactory<BinaryAccuracyConfig> =
  /* @__PURE__ */ defineMeanMetric<BinaryAccuracyConfig>({
    className: 'BinaryAccuracy',
    id: 'binary_accuracy',
    defaults: { threshold: 0.5 },
    floats: ['threshold'],
    call(yTrue, yPred, { threshold }) {
      const [truth, prediction] = sameRank(yTrue, yPred);
      return equal(truth, cast(greater(prediction, threshold), { dtype: 'int32' }));
    },
  });

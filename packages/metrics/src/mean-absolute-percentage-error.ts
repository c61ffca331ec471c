import { meanAbsolutePercentageError as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of the absolute errors in percent of the truth: `100 · Σ |(yTrue - yPred) / yTrue| / n`.
 *
 * @example
 * ```ts
 * const metric = meanAbsolutePercentageError();
 * metric.update(tensor([[1, 2]]), tensor([[1, 4]]));
 * metric.result(); // 50
 * ```
 * @see Keras `keras.metrics.MeanAbsolutePercentageError`
 * @id mean_absolute_percentage_error mape MAPE
 */
export const meanAbsolutePercentageError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'MeanAbsolutePercentageError',
  id: 'mean_absolute_percentage_error',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

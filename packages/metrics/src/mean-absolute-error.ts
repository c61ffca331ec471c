import { meanAbsoluteError as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of the absolute errors: `Σ |yTrue - yPred| / n`.
 *
 * @example
 * ```ts
 * const metric = meanAbsoluteError();
 * metric.update(tensor([[0, 1], [0, 0]]), tensor([[3, 1], [0, 0]]));
 * metric.result(); // 0.75
 * ```
 * @see Keras `keras.metrics.MeanAbsoluteError`
 * @id mean_absolute_error mae MAE
 */
export const meanAbsoluteError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'MeanAbsoluteError',
  id: 'mean_absolute_error',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

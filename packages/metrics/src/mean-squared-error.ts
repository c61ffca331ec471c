import { meanSquaredError as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of the squared errors: `Σ (yTrue - yPred)² / n`.
 *
 * @example
 * ```ts
 * const metric = meanSquaredError();
 * metric.update(tensor([[0, 1], [0, 0]]), tensor([[1, 1], [0, 0]]));
 * metric.result(); // 0.25
 * ```
 * @see Keras `keras.metrics.MeanSquaredError`
 * @id mean_squared_error mse MSE
 */
export const meanSquaredError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'MeanSquaredError',
  id: 'mean_squared_error',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

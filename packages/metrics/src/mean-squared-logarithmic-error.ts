import { meanSquaredLogarithmicError as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of the squared errors of the logarithms: `Σ (log(yTrue + 1) - log(yPred + 1))² / n`.
 *
 * @example
 * ```ts
 * const metric = meanSquaredLogarithmicError();
 * metric.update(tensor([[1, 2]]), tensor([[1, 4]]));
 * metric.result(); // 0.1305
 * ```
 * @see Keras `keras.metrics.MeanSquaredLogarithmicError`
 * @id mean_squared_logarithmic_error msle MSLE
 */
export const meanSquaredLogarithmicError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'MeanSquaredLogarithmicError',
  id: 'mean_squared_logarithmic_error',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

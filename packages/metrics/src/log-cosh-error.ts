import { logCosh as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of the logarithms of the hyperbolic cosines of the errors: `Σ log(cosh(yPred - yTrue)) / n`.
 *
 * @example
 * ```ts
 * const metric = logCoshError();
 * metric.update(tensor([[1, 2]]), tensor([[1, 4]]));
 * metric.result(); // 0.6625
 * ```
 * @see Keras `keras.metrics.LogCoshError`
 * @id log_cosh_error
 */
export const logCoshError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'LogCoshError',
  id: 'logcosh',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

import { poisson as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of `yPred - yTrue · log(yPred + 1e-7)`: how unlikely counts are under the predicted rates.
 *
 * @example
 * ```ts
 * const metric = poisson();
 * metric.update(tensor([[1, 2]]), tensor([[1, 1]]));
 * metric.result(); // 1
 * ```
 * @see Keras `keras.metrics.Poisson`
 * @id poisson
 */
export const poisson: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'Poisson',
  id: 'poisson',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

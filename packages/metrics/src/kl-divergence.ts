import { klDivergence as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean divergence of Kullback and Leibler: `Σ yTrue · log(yTrue / yPred)` of each distribution.
 *
 * @example
 * ```ts
 * const metric = klDivergence();
 * metric.update(tensor([[0.5, 0.5]]), tensor([[0.25, 0.75]]));
 * metric.result(); // 0.1438
 * ```
 * @see Keras `keras.metrics.KLDivergence`
 * @id kl_divergence
 */
export const klDivergence: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'KLDivergence',
  id: 'kl_divergence',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

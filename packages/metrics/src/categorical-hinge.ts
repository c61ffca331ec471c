import { categoricalHinge as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of `max(wrong - right + 1, 0)`: the highest score of a wrong class against that of the right one.
 *
 * @example
 * ```ts
 * const metric = categoricalHinge();
 * metric.update(tensor([[0, 1]]), tensor([[0.5, 1.25]]));
 * metric.result(); // 0.25
 * ```
 * @see Keras `keras.metrics.CategoricalHinge`
 * @id categorical_hinge
 */
export const categoricalHinge: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'CategoricalHinge',
  id: 'categorical_hinge',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

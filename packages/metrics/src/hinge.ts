import { hinge as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean of what is missing to the margin: `max(1 - yTrue · yPred, 0)`, for targets of -1 and 1, or 0 and 1.
 *
 * @example
 * ```ts
 * const metric = hinge();
 * metric.update(tensor([[-1, 1]]), tensor([[-2, 0.5]]));
 * metric.result(); // 0.25
 * ```
 * @see Keras `keras.metrics.Hinge`
 * @id hinge
 */
export const hinge: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'Hinge',
  id: 'hinge',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

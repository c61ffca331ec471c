import { squaredHinge as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Mean square of what is missing to the margin: `max(1 - yTrue · yPred, 0)²`, for targets of -1 and 1, or 0 and 1.
 *
 * @example
 * ```ts
 * const metric = squaredHinge();
 * metric.update(tensor([[-1, 1]]), tensor([[-2, 0.5]]));
 * metric.result(); // 0.125
 * ```
 * @see Keras `keras.metrics.SquaredHinge`
 * @id squared_hinge
 */
export const squaredHinge: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'SquaredHinge',
  id: 'squared_hinge',
  defaults: {},
  call: (yTrue, yPred) => loss({ reduction: 'none' })(yTrue, yPred),
});

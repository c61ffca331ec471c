import type { CountConfig } from './count-config.js';
import type { MetricFactory } from './define-metric.js';
import { defineCount } from './internal/define-count.js';

/**
 * How many values are predicted and true; with weights, what they weigh together.
 *
 * @example
 * ```ts
 * const metric = truePositives();
 * metric.update(tensor([0, 1, 1, 1]), tensor([1, 0, 1, 1]));
 * metric.result(); // 2
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.TruePositives`
 * @id true_positives
 */
export const truePositives: MetricFactory<CountConfig> = /* @__PURE__ */ defineCount({
  className: 'TruePositives',
  counts: 'true_positives',
});

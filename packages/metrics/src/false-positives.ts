import type { CountConfig } from './count-config.js';
import type { MetricFactory } from './define-metric.js';
import { defineCount } from './internal/define-count.js';

/**
 * How many values are predicted and not true; with weights, what they weigh together.
 *
 * @example
 * ```ts
 * const metric = falsePositives();
 * metric.update(tensor([0, 1, 0, 0]), tensor([0, 0, 1, 1]));
 * metric.result(); // 2
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.FalsePositives`
 * @id false_positives
 */
export const falsePositives: MetricFactory<CountConfig> = /* @__PURE__ */ defineCount({
  className: 'FalsePositives',
  counts: 'false_positives',
});

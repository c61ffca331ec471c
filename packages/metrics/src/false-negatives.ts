import type { CountConfig } from './count-config.js';
import type { MetricFactory } from './define-metric.js';
import { defineCount } from './internal/define-count.js';

/**
 * How many values are true and not predicted; with weights, what they weigh together.
 *
 * @example
 * ```ts
 * const metric = falseNegatives();
 * metric.update(tensor([0, 1, 1, 1]), tensor([0, 1, 0, 0]));
 * metric.result(); // 2
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.FalseNegatives`
 * @id false_negatives
 */
export const falseNegatives: MetricFactory<CountConfig> = /* @__PURE__ */ defineCount({
  className: 'FalseNegatives',
  counts: 'false_negatives',
});

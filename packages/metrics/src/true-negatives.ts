import type { CountConfig } from './count-config.js';
import type { MetricFactory } from './define-metric.js';
import { defineCount } from './internal/define-count.js';

/**
 * How many values are neither predicted nor true; with weights, what they weigh together.
 *
 * @example
 * ```ts
 * const metric = trueNegatives();
 * metric.update(tensor([0, 1, 0, 0]), tensor([1, 1, 0, 0]));
 * metric.result(); // 2
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.TrueNegatives`
 * @id true_negatives
 */
export const trueNegatives: MetricFactory<CountConfig> = /* @__PURE__ */ defineCount({
  className: 'TrueNegatives',
  counts: 'true_negatives',
});

import { type MetricFactory, defineMetric } from './define-metric.js';
import { type ConfusionName, precisionOf, recallOf } from './internal/confusion.js';
import { bestWhere, checkRate, rateAt } from './internal/rate-at.js';
import type { RateAtConfig } from './rate-at-config.js';

/** Options of {@link recallAtPrecision}. */
export interface RecallAtPrecisionConfig extends RateAtConfig {
  /** What part of the positive predictions has to be right, from 0 to 1. */
  precision: number;
}

/**
 * The most of the positives that any threshold finds at which enough of what is predicted is right. 0 if there is no such threshold.
 *
 * @example
 * ```ts
 * const metric = recallAtPrecision({ precision: 0.6 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0.1, 0.5, 0.3, 0.9]));
 * metric.result(); // 1
 * ```
 * @throws ArgumentError for a precision beyond 0 to 1.
 * @see Keras `keras.metrics.RecallAtPrecision`
 * @id recall_at_precision
 */
export const recallAtPrecision: MetricFactory<RecallAtPrecisionConfig> = /* @__PURE__ */ defineMetric<
  RecallAtPrecisionConfig,
  ConfusionName
>({
  ...rateAt,
  className: 'RecallAtPrecision',
  required: ['precision'],
  floats: ['precision'],
  check({ precision, numThresholds }) {
    checkRate('RecallAtPrecision', { precision }, numThresholds);
  },
  result: (state, { precision }) => bestWhere(precisionOf(state), precision, recallOf(state)),
});

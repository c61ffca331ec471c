import type { MetricFactory } from './define-metric.js';
import { precisionOf, recallOf } from './internal/confusion.js';
import { defineRateAt } from './internal/define-rate-at.js';
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
export const recallAtPrecision: MetricFactory<RecallAtPrecisionConfig> = /* @__PURE__ */ defineRateAt({
  className: 'RecallAtPrecision',
  option: 'precision',
  given: precisionOf,
  sought: recallOf,
});

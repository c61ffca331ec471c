import type { MetricFactory } from './define-metric.js';
import { precisionOf, recallOf } from './internal/confusion.js';
import { defineRateAt } from './internal/define-rate-at.js';
import type { RateAtConfig } from './rate-at-config.js';

/** Options of {@link precisionAtRecall}. */
export interface PrecisionAtRecallConfig extends RateAtConfig {
  /** What part of the positives has to be found, from 0 to 1. */
  recall: number;
}

/**
 * The highest precision at any threshold that finds enough of the positives. 0 if there is no such threshold.
 *
 * @example
 * ```ts
 * const metric = precisionAtRecall({ recall: 0.5 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0.1, 0.5, 0.3, 0.9]));
 * metric.result(); // 1
 * ```
 * @throws ArgumentError for a recall beyond 0 to 1.
 * @see Keras `keras.metrics.PrecisionAtRecall`
 * @id precision_at_recall
 */
export const precisionAtRecall: MetricFactory<PrecisionAtRecallConfig> = /* @__PURE__ */ defineRateAt({
  className: 'PrecisionAtRecall',
  option: 'recall',
  given: recallOf,
  sought: precisionOf,
});

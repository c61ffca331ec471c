import type { MetricFactory } from './define-metric.js';
import { recallOf, specificityOf } from './internal/confusion.js';
import { defineRateAt } from './internal/define-rate-at.js';
import type { RateAtConfig } from './rate-at-config.js';

/** Options of {@link sensitivityAtSpecificity}. */
export interface SensitivityAtSpecificityConfig extends RateAtConfig {
  /** What part of the negatives has to be found, from 0 to 1. */
  specificity: number;
}

/**
 * The most of the positives that any threshold finds at which enough of the negatives are found, too. 0 if there is no such threshold.
 *
 * @example
 * ```ts
 * const metric = sensitivityAtSpecificity({ specificity: 0.5 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0.1, 0.5, 0.3, 0.9]));
 * metric.result(); // 1
 * ```
 * @throws ArgumentError for a specificity beyond 0 to 1.
 * @see Keras `keras.metrics.SensitivityAtSpecificity`
 * @id sensitivity_at_specificity
 */
export const sensitivityAtSpecificity: MetricFactory<SensitivityAtSpecificityConfig> =
  /* @__PURE__ */ defineRateAt({
    className: 'SensitivityAtSpecificity',
    option: 'specificity',
    given: specificityOf,
    sought: recallOf,
  });

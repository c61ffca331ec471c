import type { MetricFactory } from './define-metric.js';
import { recallOf, specificityOf } from './internal/confusion.js';
import { defineRateAt } from './internal/define-rate-at.js';
import type { RateAtConfig } from './rate-at-config.js';

/** Options of {@link specificityAtSensitivity}. */
export interface SpecificityAtSensitivityConfig extends RateAtConfig {
  /** What part of the positives has to be found, from 0 to 1. */
  sensitivity: number;
}

/**
 * The most of the negatives that any threshold finds at which enough of the positives are found, too. 0 if there is no such threshold.
 *
 * @example
 * ```ts
 * const metric = specificityAtSensitivity({ sensitivity: 0.5 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0.1, 0.5, 0.3, 0.9]));
 * metric.result(); // 1
 * ```
 * @throws ArgumentError for a sensitivity beyond 0 to 1.
 * @see Keras `keras.metrics.SpecificityAtSensitivity`
 * @id specificity_at_sensitivity
 */
export const specificityAtSensitivity: MetricFactory<SpecificityAtSensitivityConfig> =
  /* @__PURE__ */ defineRateAt({
    className: 'SpecificityAtSensitivity',
    option: 'sensitivity',
    given: recallOf,
    sought: specificityOf,
  });

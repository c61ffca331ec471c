import type { DecisionConfig } from './decision-config.js';
import { type MetricFactory, defineMetric } from './define-metric.js';
import { addToConfusion, perThreshold, precisionOf } from './internal/confusion.js';
import { decidingBy } from './internal/deciding-by.js';
import { checkThresholds } from './internal/thresholds.js';

/**
 * How many of the positive predictions are right: `tp / (tp + fp)`, from true and false positives; 0 if there are none.
 *
 * @example
 * ```ts
 * const metric = precision();
 * metric.update(tensor([0, 1, 1, 0]), tensor([0.8, 0.6, 0.9, 0.3]));
 * metric.result(); // 0.6667
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.Precision`
 * @id precision
 */
export const precision: MetricFactory<DecisionConfig> = /* @__PURE__ */ defineMetric<
  DecisionConfig,
  'true_positives' | 'false_positives'
>({
  className: 'Precision',
  defaults: { thresholds: null, topK: null, classId: null },
  floats: ['thresholds'],
  check({ thresholds }) {
    checkThresholds('Precision', thresholds);
  },
  state(config) {
    const shape = [decidingBy(config).thresholds.values.length];
    return { true_positives: shape, false_positives: shape };
  },
  update: (state, batch, config) => addToConfusion(state, batch, decidingBy(config)),
  result: (state) => perThreshold(precisionOf(state)),
});

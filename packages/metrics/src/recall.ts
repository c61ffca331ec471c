import type { DecisionConfig } from './decision-config.js';
import { type MetricFactory, defineMetric } from './define-metric.js';
import { addToConfusion, perThreshold, recallOf } from './internal/confusion.js';
import { decidingBy } from './internal/deciding-by.js';
import { checkThresholds } from './internal/thresholds.js';

/**
 * How many of the positives are found: `tp / (tp + fn)`, from true positives and false negatives; 0 if there are none.
 *
 * @example
 * ```ts
 * const metric = recall();
 * metric.update(tensor([0, 1, 1, 1]), tensor([0.2, 0.6, 0.9, 0.3]));
 * metric.result(); // 0.6667
 * ```
 * @throws ArgumentError for thresholds beyond 0 to 1.
 * @see Keras `keras.metrics.Recall`
 * @id recall
 */
export const recall: MetricFactory<DecisionConfig> = /* @__PURE__ */ defineMetric<
  DecisionConfig,
  'true_positives' | 'false_negatives'
>({
  className: 'Recall',
  defaults: { thresholds: null, topK: null, classId: null },
  floats: ['thresholds'],
  check({ thresholds }) {
    checkThresholds('Recall', thresholds);
  },
  state(config) {
    const shape = [decidingBy(config).thresholds.values.length];
    return { true_positives: shape, false_negatives: shape };
  },
  update: (state, batch, config) => addToConfusion(state, batch, decidingBy(config)),
  result: (state) => perThreshold(recallOf(state)),
});

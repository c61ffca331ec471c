import { add, logicalAnd, logicalNot } from '@myelin/ops';
import type { DecisionConfig } from './decision-config.js';
import { type MetricFactory, defineMetric } from './define-metric.js';
import { counted, shareOf } from './internal/counted.js';
import { checkThresholds, decide, thresholdCount } from './internal/decisions.js';

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
  check(config) {
    checkThresholds('Recall', config);
  },
  state(config) {
    const shape = [thresholdCount(config)];
    return { true_positives: shape, false_negatives: shape };
  },
  update(state, batch, config) {
    const { predicted, actual, weights } = decide(batch, config);
    return {
      true_positives: add(state.true_positives, counted(logicalAnd(predicted, actual), weights)),
      false_negatives: add(
        state.false_negatives,
        counted(logicalAnd(logicalNot(predicted), actual), weights),
      ),
    };
  },
  result: (state) => shareOf(state.true_positives, state.false_negatives),
});

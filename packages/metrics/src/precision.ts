import { add, logicalAnd, logicalNot } from '@myelin/ops';
import type { DecisionConfig } from './decision-config.js';
import { type MetricFactory, defineMetric } from './define-metric.js';
import { counted, shareOf } from './internal/counted.js';
import { checkThresholds, decide, thresholdCount } from './internal/decisions.js';

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
  check(config) {
    checkThresholds('Precision', config);
  },
  state(config) {
    const shape = [thresholdCount(config)];
    return { true_positives: shape, false_positives: shape };
  },
  update(state, batch, config) {
    const { predicted, actual, weights } = decide(batch, config);
    return {
      true_positives: add(state.true_positives, counted(logicalAnd(predicted, actual), weights)),
      false_positives: add(
        state.false_positives,
        counted(logicalAnd(predicted, logicalNot(actual)), weights),
      ),
    };
  },
  result: (state) => shareOf(state.true_positives, state.false_positives),
});

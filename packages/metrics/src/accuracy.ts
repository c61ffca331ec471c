import { sameRank } from '@myelin/losses';
import { equal } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * How often predictions equal the targets.
 *
 * For predictions that are values to be met exactly. The string `'accuracy'` in `compile` stands for the one of
 * `binaryAccuracy`, `categoricalAccuracy` and `sparseCategoricalAccuracy` that fits the model.
 *
 * @example
 * ```ts
 * const metric = accuracy();
 * metric.update(tensor([1, 2, 3, 4]), tensor([0, 2, 3, 4]));
 * metric.result(); // 0.75
 * ```
 * @see Keras `keras.metrics.Accuracy`
 * @id accuracy
 */
export const accuracy: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'Accuracy',
  id: 'accuracy',
  defaults: {},
  call: (yTrue, yPred) => equal(...sameRank(yTrue, yPred)),
});

import { argmax, equal } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * How often the class that is predicted most strongly is that of one-hot targets. Of ties, the first class counts.
 *
 * @example
 * ```ts
 * const metric = categoricalAccuracy();
 * metric.update(tensor([[0, 0, 1], [0, 1, 0]]), tensor([[0.1, 0.9, 0.8], [0.05, 0.95, 0]]));
 * metric.result(); // 0.5
 * ```
 * @see Keras `keras.metrics.CategoricalAccuracy`
 * @id categorical_accuracy
 */
export const categoricalAccuracy: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'CategoricalAccuracy',
  id: 'categorical_accuracy',
  defaults: {},
  call: (yTrue, yPred) => equal(argmax(yTrue, { axis: -1 }), argmax(yPred, { axis: -1 })),
});

import { argmax, inTopK } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link topKCategoricalAccuracy} and {@link sparseTopKCategoricalAccuracy}. */
export interface TopKConfig {
  /** How many classes may be predicted. @defaultValue 5 */
  k?: number;
}

/**
 * How often the class of one-hot targets is among the `k` that are predicted most strongly; ties with the last of them
 * count.
 *
 * @example
 * ```ts
 * const metric = topKCategoricalAccuracy({ k: 1 });
 * metric.update(tensor([[0, 0, 1], [0, 1, 0]]), tensor([[0.1, 0.9, 0.8], [0.05, 0.95, 0]]));
 * metric.result(); // 0.5
 * ```
 * @see Keras `keras.metrics.TopKCategoricalAccuracy`
 * @id top_k_categorical_accuracy
 */
export const topKCategoricalAccuracy: MetricFactory<TopKConfig> =
  /* @__PURE__ */ defineMeanMetric<TopKConfig>({
    className: 'TopKCategoricalAccuracy',
    id: 'top_k_categorical_accuracy',
    defaults: { k: 5 },
    call: (yTrue, yPred, { k }) => inTopK(argmax(yTrue, { axis: -1 }), yPred, { k }),
  });

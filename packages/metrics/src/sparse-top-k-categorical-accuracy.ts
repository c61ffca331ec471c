import { inTopK, squeeze } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';
import type { TopKConfig } from './top-k-categorical-accuracy.js';

/**
 * How often the class is among the `k` that are predicted most strongly; ties with the last of them count. For targets
 * that are class indices.
 *
 * @example
 * ```ts
 * const metric = sparseTopKCategoricalAccuracy({ k: 1 });
 * metric.update(tensor([2, 1]), tensor([[0.1, 0.9, 0.8], [0.05, 0.95, 0]]));
 * metric.result(); // 0.5
 * ```
 * @see Keras `keras.metrics.SparseTopKCategoricalAccuracy`
 * @id sparse_top_k_categorical_accuracy
 */
export const sparseTopKCategoricalAccuracy: MetricFactory<TopKConfig> =
  /* @__PURE__ */ defineMeanMetric<TopKConfig>({
    className: 'SparseTopKCategoricalAccuracy',
    id: 'sparse_top_k_categorical_accuracy',
    defaults: { k: 5 },
    call(yTrue, yPred, { k }) {
      const classes = yTrue.rank === yPred.rank ? squeeze(yTrue, { axis: -1 }) : yTrue;
      return inTopK(classes, yPred, { k });
    },
  });

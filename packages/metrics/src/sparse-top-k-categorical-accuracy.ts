import { any, equal, expandDims, inTopK, slice, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';
import type { TopKConfig } from './top-k-categorical-accuracy.js';

/** Options of {@link sparseTopKCategoricalAccuracy}. */
export interface SparseTopKConfig extends TopKConfig {
  /** Whether predictions are classes, the most strongly predicted ones first, instead of scores. @defaultValue false */
  fromSortedIds?: boolean;
}

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
export const sparseTopKCategoricalAccuracy: MetricFactory<SparseTopKConfig> =
  /* @__PURE__ */ defineMeanMetric<SparseTopKConfig>({
    className: 'SparseTopKCategoricalAccuracy',
    id: 'sparse_top_k_categorical_accuracy',
    defaults: { k: 5, fromSortedIds: false },
    omitted: { fromSortedIds: false },
    call(yTrue, yPred, { k, fromSortedIds }) {
      const classes = yTrue.rank === yPred.rank ? squeeze(yTrue, { axis: -1 }) : yTrue;
      if (fromSortedIds) return isAmongFirst(classes, yPred, k);
      return inTopK(classes, yPred, { k });
    },
  });

function isAmongFirst(classes: Tensor, ranked: Tensor, k: number): Tensor {
  const shape = [...ranked.shape.slice(0, -1), Math.min(k, ranked.shape.at(-1) ?? 0)];
  const first = slice(ranked, { startIndices: shape.map(() => 0), shape });
  return any(equal(expandDims(classes, { axis: -1 }), first), { axis: -1 });
}

import { cosineSimilarity as loss } from '@myelin/losses';
import { negative } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link cosineSimilarity}. */
export interface CosineSimilarityConfig {
  /** The axis of the vectors. @defaultValue -1 */
  axis?: number;
}

/**
 * Mean cosine of the angle between vectors: `Σ yTrue · yPred / (‖yTrue‖ · ‖yPred‖)`.
 *
 * 1 for the same direction; the loss of this name is its negative. Unlike in Keras, another `axis` is saved.
 *
 * @example
 * ```ts
 * const metric = cosineSimilarity();
 * metric.update(tensor([[3, 4]]), tensor([[6, 8]]));
 * metric.result(); // 1
 * ```
 * @see Keras `keras.metrics.CosineSimilarity`
 * @id cosine_similarity
 */
export const cosineSimilarity: MetricFactory<CosineSimilarityConfig> =
  /* @__PURE__ */ defineMeanMetric<CosineSimilarityConfig>({
    className: 'CosineSimilarity',
    id: 'cosine_similarity',
    defaults: { axis: -1 },
    omitted: { axis: -1 },
    call: (yTrue, yPred, { axis }) => negative(loss({ axis, reduction: 'none' })(yTrue, yPred)),
  });

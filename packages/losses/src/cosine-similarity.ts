import { multiply, negative, normalize, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/** Options of {@link cosineSimilarity}. */
export interface CosineSimilarityConfig {
  /** The axis of the vectors. @defaultValue -1 */
  axis?: number;
}

/**
 * The negative cosine of the angle between vectors: `l = -Σ yTrue · yPred / (‖yTrue‖ · ‖yPred‖)`.
 *
 * -1 for the same direction, 1 for the opposite one. Unlike in Keras, another `axis` is saved.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * cosineSimilarity()(tensor([[3, 4]]), tensor([[6, 8]])); // -1
 * ```
 * @see Keras `keras.losses.CosineSimilarity`
 * @id cosine_similarity
 */
export const cosineSimilarity: LossFactory<CosineSimilarityConfig> =
  /* @__PURE__ */ defineLoss<CosineSimilarityConfig>({
    className: 'CosineSimilarity',
    id: 'cosine_similarity',
    defaults: { axis: -1 },
    omitted: { axis: -1 },
    call: (yTrue, yPred, { axis }) =>
      negative(sum(multiply(normalize(yTrue, { axis }), normalize(yPred, { axis })), { axis })),
  });

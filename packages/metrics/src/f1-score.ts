import { type MetricFactory, defineMetric } from './define-metric.js';
import { type FScoreName, checkFScore, fScore, fScores } from './internal/f-score.js';

/** Options of {@link f1Score} and `fBetaScore`. */
export interface F1ScoreConfig {
  /**
   * How the scores of the classes become one: of all decisions together (`'micro'`), their mean (`'macro'`), or their
   * mean by how often each class occurs (`'weighted'`); null keeps them apart. @defaultValue null
   */
  average?: 'micro' | 'macro' | 'weighted' | null;
  /** Predictions above it are positive; null for the strongest of each example. @defaultValue null */
  threshold?: number | null;
}

/**
 * Harmonic mean of precision and recall: `2 · precision · recall / (precision + recall)`, of each class.
 *
 * Targets and predictions `[batch, classes]`, the targets one-hot or with several classes; state from the first update
 * on.
 *
 * @example
 * ```ts
 * const metric = f1Score({ threshold: 0.5 });
 * metric.update(tensor([[1, 1], [1, 0], [0, 1]]), tensor([[0.6, 0.7], [0.2, 0.6], [0.4, 0.8]]));
 * metric.result(); // [0.6667, 0.8]
 * ```
 * @throws ArgumentError for options that make no sense.
 * @throws ShapeError for predictions that are not of rank 2.
 * @see Keras `keras.metrics.F1Score`
 * @id f1_score
 */
export const f1Score: MetricFactory<F1ScoreConfig> = /* @__PURE__ */ defineMetric<F1ScoreConfig, FScoreName>({
  ...fScores,
  className: 'F1Score',
  id: 'f1_score',
  defaults: { average: null, threshold: null },
  floats: ['threshold'],
  check(config) {
    checkFScore('F1Score', config);
  },
  result: (state, { average }) => fScore(state, 1, average),
});

import { ArgumentError } from '@myelin/core';
import { type MetricFactory, defineMetric } from './define-metric.js';
import type { F1ScoreConfig } from './f1-score.js';
import { type FScoreName, checkFScore, fScore, fScores } from './internal/f-score.js';

/** Options of {@link fBetaScore}. */
export interface FBetaScoreConfig extends F1ScoreConfig {
  /** How many times more recall counts than precision. @defaultValue 1 */
  beta?: number;
}

/**
 * Mean of precision and recall in which recall counts `beta` times as much:
 * `(1 + beta²) · precision · recall / (beta² · precision + recall)`, of each class.
 *
 * Targets and predictions `[batch, classes]`, the targets one-hot or with several classes; state from the first update
 * on.
 *
 * @example
 * ```ts
 * const metric = fBetaScore({ beta: 2, threshold: 0.5 });
 * metric.update(tensor([[1, 1], [1, 0], [0, 1]]), tensor([[0.6, 0.7], [0.2, 0.6], [0.4, 0.8]]));
 * metric.result(); // [0.5556, 0.9091]
 * ```
 * @throws ArgumentError for options that make no sense.
 * @throws ShapeError for predictions that are not of rank 2.
 * @see Keras `keras.metrics.FBetaScore`
 * @id f_beta_score
 */
export const fBetaScore: MetricFactory<FBetaScoreConfig> = /* @__PURE__ */ defineMetric<
  FBetaScoreConfig,
  FScoreName
>({
  ...fScores,
  className: 'FBetaScore',
  id: 'fbeta_score',
  defaults: { average: null, beta: 1, threshold: null },
  floats: ['beta', 'threshold'],
  check(config) {
    checkFScore('FBetaScore', config);
    if (config.beta > 0) return;
    throw new ArgumentError({ who: 'FBetaScore', expected: 'a beta above 0', got: String(config.beta) });
  },
  result: (state, { average, beta }) => fScore(state, beta, average),
});

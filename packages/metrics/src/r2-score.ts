import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { sameRank } from '@myelin/losses';
import {
  absolute,
  add,
  divide,
  equal,
  greater,
  mean,
  multiply,
  square,
  subtract,
  sum,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type MetricFactory, type MetricTensors, defineMetric } from './define-metric.js';
import { weightsFor } from './internal/weights-for.js';

/** Options of {@link r2Score}. */
export interface R2ScoreConfig {
  /** How the scores of several outputs become one; null keeps them apart. @defaultValue 'uniform_average' */
  classAggregation?: 'uniform_average' | 'variance_weighted_average' | null;
  /** How many inputs the model has, for the adjusted score; 0 for the plain one. @defaultValue 0 */
  numRegressors?: number;
}

type R2State = MetricTensors<'num_samples' | 'squared_sum' | 'sum' | 'residual' | 'count'>;

/**
 * Coefficient of determination: `R² = 1 - Σ (yTrue - yPred)² / Σ (yTrue - mean(yTrue))²`.
 *
 * The share of the variance of the targets that predictions explain: 1 is perfect, 0 as good as always predicting the
 * mean, and there is no lower bound.
 *
 * Targets and predictions `[batch, outputs]`, or `[batch]` against `[batch, 1]`; state from the first update on.
 *
 * @example
 * ```ts
 * const metric = r2Score();
 * metric.update(tensor([[1], [4], [3]]), tensor([[2], [4], [4]]));
 * metric.result(); // 0.5714
 * ```
 * @throws ShapeError for predictions that are not of rank 2.
 * @see Keras `keras.metrics.R2Score`
 * @id r2_score
 */
export const r2Score: MetricFactory<R2ScoreConfig> = /* @__PURE__ */ defineMetric<
  R2ScoreConfig,
  keyof R2State
>({
  className: 'R2Score',
  id: 'r2_score',
  defaults: { classAggregation: 'uniform_average', numRegressors: 0 },
  check({ classAggregation, numRegressors }) {
    const known = [null, 'uniform_average', 'variance_weighted_average'].includes(classAggregation);
    if (known && numRegressors >= 0) return;
    throw new ArgumentError({
      who: 'R2Score',
      expected: known
        ? 'numRegressors of at least 0'
        : "'uniform_average', 'variance_weighted_average' or null",
      got: String(known ? numRegressors : classAggregation),
    });
  },
  state(_, predictions) {
    if (predictions === null) return null;
    if (predictions.length !== 2) {
      throw new ShapeError({
        who: 'R2Score',
        expected: 'predictions [batch, outputs]',
        got: formatShape(predictions),
      });
    }
    const each = predictions.slice(1);
    return { num_samples: [], squared_sum: each, sum: each, residual: each, count: each };
  },
  update(state, { yTrue, yPred, sampleWeight }) {
    const [truth, prediction] = sameRank(yTrue, yPred);
    const weights = weightsFor(truth, sampleWeight);
    const weighted = multiply(truth, weights);
    const overBatch = (values: Tensor): Tensor => sum(values, { axis: 0 });
    return {
      num_samples: add(state.num_samples, truth.size),
      squared_sum: add(state.squared_sum, overBatch(multiply(truth, weighted))),
      sum: add(state.sum, overBatch(weighted)),
      residual: add(state.residual, overBatch(multiply(square(subtract(truth, prediction)), weights))),
      count: add(state.count, overBatch(weights)),
    };
  },
  result(state, { classAggregation, numRegressors }) {
    const variance = subtract(state.squared_sum, divide(square(state.sum), state.count));
    const raw = subtract(1, divide(state.residual, variance));
    const scores = where(equal(absolute(raw), Infinity), 0, raw);
    const score = {
      none: () => scores,
      uniform_average: () => mean(scores),
      variance_weighted_average: () => divide(sum(multiply(variance, scores)), sum(variance)),
    }[classAggregation ?? 'none']();
    return numRegressors === 0 ? score : adjusted(score, state.num_samples, numRegressors);
  },
});

/** Counts how many inputs there are against how many samples, as long as there are more samples. */
function adjusted(score: Tensor, samples: Tensor, regressors: number): Tensor {
  const others = subtract(samples, 1);
  const corrected = subtract(1, divide(multiply(subtract(1, score), others), subtract(others, regressors)));
  return where(greater(others, regressors), corrected, score);
}

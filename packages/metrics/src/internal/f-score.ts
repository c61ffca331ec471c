import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import {
  absolute,
  add,
  cast,
  divide,
  expandDims,
  greater,
  greaterEqual,
  logicalAnd,
  max,
  mean,
  multiply,
  subtract,
  sum,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricBatch, MetricSpec, MetricTensors } from '../define-metric.js';
import type { F1ScoreConfig } from '../f1-score.js';

type State = MetricTensors<FScoreName>;
type Options = Readonly<Required<F1ScoreConfig>>;

/** Names of what is gathered, in Keras' order. */
export type FScoreName = 'true_positives' | 'false_positives' | 'false_negatives' | 'intermediate_weights';

/** What all F-scores have in common. */
export const fScores: Pick<MetricSpec<F1ScoreConfig, FScoreName>, 'state' | 'update'> = {
  state({ average }, predictions) {
    if (predictions === null) return null;
    if (predictions.length !== 2) {
      throw new ShapeError({
        who: 'F-score',
        expected: 'predictions [batch, classes]',
        got: formatShape(predictions),
      });
    }
    const shape = average === 'micro' ? [] : predictions.slice(1);
    return {
      true_positives: shape,
      false_positives: shape,
      false_negatives: shape,
      intermediate_weights: shape,
    };
  },
  update,
};

function update(state: State, { yTrue, yPred, sampleWeight }: MetricBatch, config: Options): State {
  const truth = cast(yTrue, { dtype: 'float32' });
  const predicted = cast(isPredicted(yPred, config.threshold), { dtype: 'float32' });
  const axis = config.average === 'micro' ? null : 0;
  const weights =
    sampleWeight === null ? null : expandDims(cast(sampleWeight, { dtype: 'float32' }), { axis: 1 });
  const total = (values: Tensor): Tensor =>
    sum(weights === null ? values : multiply(values, weights), { axis });
  return {
    true_positives: add(state.true_positives, total(multiply(predicted, truth))),
    false_positives: add(state.false_positives, total(multiply(predicted, subtract(1, truth)))),
    false_negatives: add(state.false_negatives, total(multiply(subtract(1, predicted), truth))),
    intermediate_weights: add(state.intermediate_weights, total(truth)),
  };
}

/** What is above the threshold; without one the strongest of each row, unless it is nothing. */
function isPredicted(yPred: Tensor, threshold: number | null): Tensor {
  if (threshold !== null) return greater(yPred, threshold);
  const strongest = greaterEqual(yPred, max(yPred, { axis: -1, keepdims: true }));
  return logicalAnd(strongest, greater(absolute(yPred), 1e-9));
}

/** @throws ArgumentError for options that make no sense. */
export function checkFScore(who: string, { average, threshold }: Options): void {
  if (![null, 'micro', 'macro', 'weighted'].includes(average)) {
    throw new ArgumentError({ who, expected: "'micro', 'macro', 'weighted' or null", got: String(average) });
  }
  if (threshold !== null && !(threshold > 0 && threshold <= 1)) {
    throw new ArgumentError({ who, expected: 'a threshold above 0, up to 1', got: String(threshold) });
  }
}

/** The scores of the classes, or one of them all. */
export function fScore(state: State, beta: number, average: Options['average']): Tensor {
  const precision = shareOf(state.true_positives, state.false_positives);
  const recall = shareOf(state.true_positives, state.false_negatives);
  const both = add(multiply(precision, beta ** 2), recall);
  const scores = multiply(divide(multiply(precision, recall), add(both, 1e-7)), 1 + beta ** 2);
  if (average === null) return scores;
  if (average !== 'weighted') return mean(scores);
  const weights = state.intermediate_weights;
  return sum(multiply(scores, divide(weights, add(sum(weights), 1e-7))));
}

function shareOf(part: Tensor, rest: Tensor): Tensor {
  return divide(part, add(add(part, rest), 1e-7));
}

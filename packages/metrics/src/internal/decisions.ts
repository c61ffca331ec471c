import { ShapeError, formatShape } from '@myelin/core';
import { sameRank } from '@myelin/losses';
import {
  broadcastTo,
  multiply,
  notEqual,
  oneHot,
  reshape,
  slice,
  sum,
  tensor,
  topK,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricBatch } from '../define-metric.js';
import { comparing } from './comparing.js';
import { counting } from './counting.js';
import type { Thresholds } from './thresholds.js';
import { weightsFor } from './weights-for.js';

/** What is decided about, and how. */
export interface Deciding {
  readonly thresholds: Thresholds;
  /** How many of the strongest predictions of an example can be positive. @defaultValue null */
  readonly topK?: number | null;
  /** The only class that counts. @defaultValue null */
  readonly classId?: number | null;
  /** Whether each column is counted for itself. @defaultValue false */
  readonly byColumn?: boolean;
  /** Weights of the columns. @defaultValue null */
  readonly columnWeights?: readonly number[] | null;
}

/** The values of a batch: `[values, columns]` each. */
export interface Decided {
  readonly scores: Tensor;
  /** What the values that are true weigh, and what the others do. */
  readonly weights: Readonly<Record<'true' | 'false', Tensor>>;
}

/** What the values weigh together that are decided so, for each threshold: `[thresholds]`, or for each column too. */
export type Decisions = (predicted: boolean, actual: boolean) => Tensor;

/**
 * Decides which values are predicted: those above a threshold.
 *
 * @see Keras `keras.src.metrics.metrics_utils.update_confusion_matrix_variables`
 */
export function decide({ yTrue, yPred, sampleWeight }: MetricBatch, deciding: Deciding): Decisions {
  const { thresholds, classId = null, byColumn = false, columnWeights = null } = deciding;
  const [truth, prediction] = sameRank(yTrue, yPred);
  const columns = byColumn ? (prediction.shape.at(-1) ?? 1) : 1;
  const listed = (x: Tensor): Tensor =>
    reshape(classId === null ? x : oneClass(x, classId), { newshape: [-1, columns] });
  const given = weightsFor(prediction, sampleWeight);
  const weights = listed(columnWeights === null ? given : multiply(given, spread(columnWeights, given)));
  const isTrue = notEqual(listed(truth), 0);
  const decided: Decided = {
    scores: listed(amongStrongest(prediction, deciding.topK ?? null)),
    weights: { true: where(isTrue, weights, 0), false: where(isTrue, 0, weights) },
  };
  const decisions = thresholds.even ? counting(decided, thresholds) : comparing(decided, thresholds);
  return (predicted, actual) => {
    const perColumn = decisions(predicted, actual);
    return byColumn ? perColumn : reshape(perColumn, { newshape: [-1] });
  };
}

function spread(columnWeights: readonly number[], values: Tensor): Tensor {
  return broadcastTo(tensor(columnWeights), { shape: values.shape });
}

/** Predictions, those that are not among the strongest `k` below every threshold. */
function amongStrongest(prediction: Tensor, k: number | null): Tensor {
  if (k === null) return prediction;
  const [, places] = topK(prediction, { k });
  const strong = notEqual(sum(oneHot(places, { numClasses: prediction.shape.at(-1) ?? 0 }), { axis: -2 }), 0);
  return where(strong, prediction, -Infinity);
}

function oneClass(x: Tensor, classId: number): Tensor {
  if (x.rank < 2) {
    throw new ShapeError({
      who: 'classId',
      expected: 'predictions [batch, classes]',
      got: formatShape(x.shape),
    });
  }
  const startIndices = x.shape.map((_, i) => (i === x.rank - 1 ? classId : 0));
  return slice(x, { startIndices, shape: [...x.shape.slice(0, -1), 1] });
}

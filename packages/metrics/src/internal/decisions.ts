import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import { sameRank } from '@myelin/losses';
import { greater, logicalAnd, notEqual, oneHot, reshape, slice, sum, tensor, topK } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DecisionConfig } from '../decision-config.js';
import type { MetricBatch } from '../define-metric.js';
import { weightsFor } from './weights-for.js';

type Decide = Readonly<Required<DecisionConfig>>;

/** What was decided about every value, once for each threshold. */
export interface Decisions {
  /** `[thresholds, values]`: whether it is predicted. */
  readonly predicted: Tensor;
  /** `[1, values]`: whether it is true. */
  readonly actual: Tensor;
  /** `[1, values]`. */
  readonly weights: Tensor;
}

/** @throws ArgumentError for thresholds beyond 0 to 1. */
export function checkThresholds(who: string, { thresholds }: Pick<Decide, 'thresholds'>): void {
  const wrong = [thresholds ?? []].flat().filter((threshold) => !(threshold >= 0 && threshold <= 1));
  if (wrong.length === 0) return;
  throw new ArgumentError({ who, expected: 'thresholds from 0 to 1', got: wrong.join(', ') });
}

/** How many figures there are. */
export function thresholdCount({ thresholds }: Pick<Decide, 'thresholds'>): number {
  return [thresholds ?? 0.5].flat().length;
}

/**
 * Which values are predicted and which are true.
 *
 * @see Keras `keras.src.metrics.metrics_utils.update_confusion_matrix_variables`
 */
export function decide({ yTrue, yPred, sampleWeight }: MetricBatch, config: Decide): Decisions {
  const [truth, prediction] = sameRank(yTrue, yPred);
  const only = (x: Tensor): Tensor => (config.classId === null ? x : oneClass(x, config.classId));
  const row = (x: Tensor): Tensor => reshape(x, { newshape: [1, -1] });
  const scores = row(only(prediction));
  const above = greater(scores, reshape(tensor(limitsOf(config)), { newshape: [-1, 1] }));
  const strongest = config.topK === null ? null : row(only(amongStrongest(prediction, config.topK)));
  return {
    predicted: strongest === null ? above : logicalAnd(above, strongest),
    actual: row(notEqual(only(truth), 0)),
    weights: row(only(weightsFor(prediction, sampleWeight))),
  };
}

function limitsOf({ thresholds, topK: strongest }: Decide): readonly number[] {
  return [thresholds ?? (strongest === null ? 0.5 : -Infinity)].flat();
}

function amongStrongest(prediction: Tensor, k: number): Tensor {
  const [, places] = topK(prediction, { k });
  return notEqual(sum(oneHot(places, { numClasses: prediction.shape.at(-1) ?? 0 }), { axis: -2 }), 0);
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

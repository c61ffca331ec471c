import { add, divideNoNan, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricBatch, MetricTensors } from '../define-metric.js';
import { type Deciding, decide } from './decisions.js';

/** Names of what is gathered, in Keras' order. */
export type ConfusionName = 'true_positives' | 'false_positives' | 'true_negatives' | 'false_negatives';

type Confusion = MetricTensors<ConfusionName>;

/** Which values each of them counts. */
export const decided: Readonly<Record<ConfusionName, readonly [predicted: boolean, actual: boolean]>> = {
  true_positives: [true, true],
  false_positives: [true, false],
  true_negatives: [false, false],
  false_negatives: [false, true],
};

/** One shape for each of them. */
export function confusionShapes(
  shape: readonly number[],
): Readonly<Record<ConfusionName, readonly number[]>> {
  return { true_positives: shape, false_positives: shape, true_negatives: shape, false_negatives: shape };
}

/** One batch more. */
export function addToConfusion<S extends ConfusionName>(
  state: MetricTensors<S>,
  batch: MetricBatch,
  deciding: Deciding,
): MetricTensors<S> {
  const decisions = decide(batch, deciding);
  const more = Object.entries<Tensor>(state).map(([name, total]) => {
    return [name, add(total, decisions(...decided[name as ConfusionName]))];
  });
  return Object.fromEntries(more) as MetricTensors<S>;
}

/** How many of the positive predictions are right. */
export function precisionOf(state: Pick<Confusion, 'true_positives' | 'false_positives'>): Tensor {
  return shareOf(state.true_positives, state.false_positives);
}

/** How many of the positives are found: the sensitivity. */
export function recallOf(state: Pick<Confusion, 'true_positives' | 'false_negatives'>): Tensor {
  return shareOf(state.true_positives, state.false_negatives);
}

/** How many of the negatives are found. */
export function specificityOf(state: Pick<Confusion, 'true_negatives' | 'false_positives'>): Tensor {
  return shareOf(state.true_negatives, state.false_positives);
}

/** A scalar where there is one threshold. */
export function perThreshold(figures: Tensor): Tensor {
  return figures.size === 1 ? squeeze(figures, { axis: 0 }) : figures;
}

function shareOf(part: Tensor, rest: Tensor): Tensor {
  return divideNoNan(part, add(part, rest));
}

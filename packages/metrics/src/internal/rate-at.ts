import { ArgumentError } from '@myelin/core';
import { greaterEqual, max, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricSpec } from '../define-metric.js';
import type { RateAtConfig } from '../rate-at-config.js';
import { type ConfusionName, addToConfusion, confusionShapes } from './confusion.js';
import { evenThresholds } from './thresholds.js';

/** What the metrics of one rate at another have in common: all but the rates. */
export const rateAt: Pick<MetricSpec<RateAtConfig, ConfusionName>, 'defaults' | 'state' | 'update'> = {
  defaults: { numThresholds: 200, classId: null },
  state: ({ numThresholds }) => confusionShapes([numThresholds]),
  update: (state, batch, { numThresholds, classId }) =>
    addToConfusion(state, batch, { thresholds: evenThresholds(numThresholds), classId }),
};

/** @throws ArgumentError for a rate beyond 0 to 1, and for no thresholds. */
export function checkRate(who: string, rate: Readonly<Record<string, number>>, numThresholds: number): void {
  const [[name, value]] = Object.entries(rate) as [[string, number]];
  if (!(value >= 0 && value <= 1)) {
    throw new ArgumentError({ who, expected: `${name} from 0 to 1`, got: String(value) });
  }
  if (!(numThresholds > 0)) {
    throw new ArgumentError({ who, expected: 'numThresholds above 0', got: String(numThresholds) });
  }
}

/** The highest that one rate becomes where the other is at least `bound`, over all thresholds; 0 if it never is. */
export function bestWhere(given: Tensor, bound: number, sought: Tensor): Tensor {
  return max(where(greaterEqual(given, bound), sought, 0));
}

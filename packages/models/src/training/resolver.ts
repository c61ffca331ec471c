import type { Loss, Metric, Optimizer, Shape } from '@myelin/core';
import type { LossLike, MetricLike, OptimizerLike } from './compile-options.js';

/** Makes the metric for an output, once the shapes of its labels and its predictions are known. */
export type MetricMaker = (labels: Shape, predictions: Shape) => Metric;

/** Turns what `compile` is given into units; only the one that knows string ids carries all units along. */
export interface Resolver {
  optimizer(given: OptimizerLike | undefined): Optimizer;
  loss(given: LossLike): Loss;
  /** Refuses unknown ids at once. */
  metric(given: MetricLike): MetricMaker;
}

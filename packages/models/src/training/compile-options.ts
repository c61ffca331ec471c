import type { Loss, Metric, Optimizer } from '@myelin/core';
import type { byId as losses } from '@myelin/losses/by-id';
import type { byId as metrics } from '@myelin/metrics/by-id';
import type { byId as optimizers } from '@myelin/optimizers/by-id';

export type LossLike = keyof typeof losses | Loss;
export type MetricLike = 'accuracy' | 'acc' | keyof typeof metrics | Metric;
export type OptimizerLike = keyof typeof optimizers | Optimizer;

/** Options of `compile`. */
export interface CompileOptions {
  /** @defaultValue 'rmsprop' */
  readonly optimizer?: OptimizerLike;
  readonly loss?: LossLike;
  /** Figures to report; `'accuracy'` picks the one that fits the labels. @defaultValue [] */
  readonly metrics?: readonly MetricLike[];
  /** Figures that sample weights and class weights count for. @defaultValue [] */
  readonly weightedMetrics?: readonly MetricLike[];
}

import type { JitCompile, Loss, Metric, Optimizer, Tree } from '@myelin/core';
import type { byId as losses } from '@myelin/losses/by-id';
import type { byId as metrics } from '@myelin/metrics/by-id';
import type { byId as optimizers } from '@myelin/optimizers/by-id';

export type LossLike = keyof typeof losses | Loss;
export type MetricLike = 'accuracy' | 'acc' | keyof typeof metrics | Metric;
export type OptimizerLike = keyof typeof optimizers | Optimizer;

/** What `compile` takes besides the optimizer, with losses of type `L` and metrics of type `M`. */
export interface Objectives<L, M> {
  /**
   * One loss for every output, a list, or a dictionary by the names of the outputs; null for an output that is
   * not learned.
   */
  readonly loss?: Tree<L | null>;
  /** What each loss is multiplied by in their sum: one number, a list, or a dictionary. @defaultValue 1 for each */
  readonly lossWeights?: Tree<number | null>;
  /**
   * Figures to report: a list for the only output, a list with one or several for each output, or a dictionary;
   * `'accuracy'` picks the one that fits the labels. Each is one number: several thresholds, or classes that are not
   * averaged, are for metrics that are called by themselves. @defaultValue []
   */
  readonly metrics?: Tree<M | null>;
  /** Figures that sample weights and class weights count for. @defaultValue [] */
  readonly weightedMetrics?: Tree<M | null>;
  /**
   * Whether steps run as compiled programs: where it is possible (`'auto'`, which falls back to running op by op with
   * one warning), always (`true`, which throws where it is not), or never. Files keep `true`, as those of Keras do.
   *
   * @defaultValue 'auto'
   */
  readonly jitCompile?: JitCompile;
}

/** Options of `compile`. */
export interface CompileOptions extends Objectives<LossLike, MetricLike> {
  /** @defaultValue 'rmsprop' */
  readonly optimizer?: OptimizerLike;
}

/** Options of `compile` where nothing is named by a string. */
export interface ValueCompileOptions extends Objectives<Loss, Metric> {
  readonly optimizer: Optimizer;
}

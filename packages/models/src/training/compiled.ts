import type { AnyLayer, Loss, Metric, Optimizer } from '@myelin/core';
import type { Ports } from '../ports.js';
import type { Batch } from './batch.js';
import { type Figure, figuresOf } from './figures.js';
import { type MeanTracker, meanTracker } from './mean-tracker.js';
import type { Objective } from './objectives.js';

/** What one output is to reach, and the figures about it. */
export interface CompiledOutput {
  readonly loss: Loss | null;
  readonly lossWeight: number | null;
  /** The mean of its loss over batches, not multiplied; null unless the model has several losses. */
  readonly tracker: MeanTracker | null;
  readonly metrics: readonly Metric[];
  readonly weightedMetrics: readonly Metric[];
}

/** A model that is ready to learn. */
export interface Compiled {
  readonly model: AnyLayer;
  /** How the model takes its inputs; undefined where that follows from their number. */
  readonly inputs: Ports | undefined;
  readonly optimizer: Optimizer;
  readonly outputs: readonly CompiledOutput[];
  /** The mean of the whole loss over examples. */
  readonly total: MeanTracker;
  readonly figures: readonly Figure[];
  /** What steps of the user report, once they have been run. */
  readonly logNames: Readonly<Record<'train' | 'test', string[]>>;
  /** Metrics that steps of the user update. */
  readonly trackers: readonly Pick<Metric, 'reset'>[];
}

/** Makes what depends on shapes: the metrics and the state behind the figures. */
export function makeCompiled(
  parts: Pick<Compiled, 'model' | 'inputs' | 'optimizer' | 'trackers'>,
  objectives: readonly Objective[],
  ports: Ports,
  { y }: Pick<Batch, 'y'>,
): Compiled {
  const several = objectives.filter(({ loss }) => loss !== null).length > 1;
  const outputs = objectives.map((objective, i): CompiledOutput => {
    const labels = y[i]?.shape ?? [];
    const predictions = ports.shapes[i] ?? [];
    return {
      loss: objective.loss,
      lossWeight: objective.lossWeight,
      tracker: several && objective.loss !== null ? meanTracker(`${ports.labels[i] ?? ''}_loss`) : null,
      metrics: objective.metrics.map((make) => make(labels, predictions)),
      weightedMetrics: objective.weightedMetrics.map((make) => make(labels, predictions)),
    };
  });
  const total = meanTracker('loss');
  const figures = figuresOf({ total, outputs }, ports);
  return { ...parts, outputs, total, figures, logNames: { train: [], test: [] } };
}

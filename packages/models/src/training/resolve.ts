import { type Loss, type Metric, type Optimizer, type Shape, findById } from '@myelin/core';
import { byId as losses } from '@myelin/losses/by-id';
import { byId as metrics } from '@myelin/metrics/by-id';
import { byId as optimizers } from '@myelin/optimizers/by-id';
import type { LossLike, MetricLike, OptimizerLike } from './compile-options.js';

export function resolveOptimizer(given: OptimizerLike): Optimizer {
  return typeof given === 'string' ? make<Optimizer>(optimizers, given, 'an optimizer') : given;
}

export function resolveLoss(given: LossLike): Loss {
  return typeof given === 'string' ? make<Loss>(losses, given, 'a loss') : given;
}

/** Refuses unknown ids at once; `'accuracy'` waits for the shapes. */
export function checkMetric(given: MetricLike): void {
  if (typeof given === 'string' && !isAccuracy(given)) findById(metrics, given, 'a metric', 'compile');
}

/**
 * The metric behind an id. `'accuracy'` is the one that fits: binary for one output, categorical for one-hot
 * labels, else sparse.
 *
 * @see Keras `keras.src.trainers.compile_utils.get_metric`
 */
export function resolveMetric(given: MetricLike, labels: Shape, outputs: Shape, name?: string): Metric {
  if (typeof given !== 'string') return given;
  const config = { name: name ?? given };
  if (!isAccuracy(given)) {
    const named = findById(metrics, given, 'a metric', 'compile') as (config: { name: string }) => Metric;
    return named(config);
  }
  if (outputs.at(-1) === 1) return metrics.binary_accuracy(config);
  const sparse = labels.length < outputs.length || labels.at(-1) === 1;
  return (sparse ? metrics.sparse_categorical_accuracy : metrics.categorical_accuracy)(config);
}

function isAccuracy(id: string): boolean {
  return id === 'accuracy' || id === 'acc';
}

function make<T>(units: object, id: string, kind: string): T {
  return (findById(units, id, kind, 'compile') as () => T)();
}

import { type Loss, type Metric, type Optimizer, type Shape, UnknownIdError, nearest } from '@myelin/core';
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
  if (typeof given === 'string' && !isAccuracy(given)) find(metrics, given, 'a metric');
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
    const named = find(metrics, given, 'a metric') as (config: { name: string }) => Metric;
    return named(config);
  }
  const { binaryAccuracy, categoricalAccuracy, sparseCategoricalAccuracy } = accuracies();
  if (outputs.at(-1) === 1) return binaryAccuracy(config);
  const sparse = labels.length < outputs.length || labels.at(-1) === 1;
  return (sparse ? sparseCategoricalAccuracy : categoricalAccuracy)(config);
}

type NamedMetricFactory = (config: { name: string }) => Metric;

function accuracies(): Record<
  'binaryAccuracy' | 'categoricalAccuracy' | 'sparseCategoricalAccuracy',
  NamedMetricFactory
> {
  return {
    binaryAccuracy: find(metrics, 'binary_accuracy', 'a metric') as NamedMetricFactory,
    categoricalAccuracy: find(metrics, 'categorical_accuracy', 'a metric') as NamedMetricFactory,
    sparseCategoricalAccuracy: find(metrics, 'sparse_categorical_accuracy', 'a metric') as NamedMetricFactory,
  };
}

function isAccuracy(id: string): boolean {
  return id === 'accuracy' || id === 'acc';
}

function make<T>(units: object, id: string, kind: string): T {
  return (find(units, id, kind) as () => T)();
}

function find(units: object, id: string, kind: string): unknown {
  if (Object.hasOwn(units, id)) return units[id as keyof typeof units];
  const near = nearest(id, Object.keys(units));
  throw new UnknownIdError({
    who: 'compile',
    expected: `the id of ${kind}`,
    got: JSON.stringify(id),
    hint: near === undefined ? `Known are ${Object.keys(units).join(', ')}.` : `Did you mean "${near}"?`,
  });
}

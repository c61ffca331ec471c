import { type Loss, type Metric, type Optimizer, type Shape, findById } from '@myelin/core';
import { byId as losses } from '@myelin/losses/by-id';
import { byId as metrics } from '@myelin/metrics/by-id';
import { byId as optimizers } from '@myelin/optimizers/by-id';
import type { Resolver } from './resolver.js';

/** Takes Keras' string ids as well as units. */
export const resolveIds: Resolver = {
  optimizer: (given = 'rmsprop') =>
    typeof given === 'string' ? make<Optimizer>(optimizers, given, 'an optimizer') : given,
  loss: (given) => (typeof given === 'string' ? make<Loss>(losses, given, 'a loss') : given),
  metric(given) {
    if (typeof given !== 'string') return () => given;
    if (given === 'accuracy' || given === 'acc') {
      return (labels, predictions) => metrics[accuracyFor(labels, predictions)]({ name: given });
    }
    const factory = findById(metrics, given, 'a metric', 'compile') as (config: { name: string }) => Metric;
    return () => factory({ name: given });
  },
};

/**
 * Which accuracy fits: binary for one value, sparse for class numbers, else categorical.
 *
 * @see Keras `keras.src.trainers.compile_utils.get_metric`
 */
function accuracyFor(
  labels: Shape,
  predictions: Shape,
): 'binary_accuracy' | 'sparse_categorical_accuracy' | 'categorical_accuracy' {
  if (predictions.at(-1) === 1) return 'binary_accuracy';
  const sparse = labels.length < predictions.length || labels.at(-1) === 1;
  return sparse ? 'sparse_categorical_accuracy' : 'categorical_accuracy';
}

function make<T>(units: object, id: string, kind: string): T {
  return (findById(units, id, kind, 'compile') as () => T)();
}

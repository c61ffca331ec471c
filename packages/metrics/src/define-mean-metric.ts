import { divideNoNan } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type CompleteMetric, type MetricFactory, type MetricSpec, defineMetric } from './define-metric.js';
import { addToMean } from './internal/weighted-mean.js';

/** Defines the metrics of one class that are means of a value of each example. */
export interface MeanMetricSpec<C> extends Omit<MetricSpec<C, never>, 'state' | 'update' | 'result'> {
  /** @defaultValue true */
  readonly takesMask?: boolean;
  /** The values: `[batch, ...]`; all values of an example are averaged. */
  call(yTrue: Tensor, yPred: Tensor, config: CompleteMetric<C>): Tensor;
  /** The weights that count, from those that were given. */
  weights?(given: Tensor, yTrue: Tensor, config: CompleteMetric<C>): Tensor;
  /** The figure, from the mean. @defaultValue the mean */
  finish?(mean: Tensor): Tensor;
}

/**
 * Defines a metric that is the mean of a value of each example, over all batches, weighted if there are weights.
 *
 * @example
 * ```ts
 * const bias = defineMeanMetric<object>({
 *   className: 'Bias', id: 'bias', module: null, registeredName: 'my>Bias', defaults: {},
 *   call: (yTrue, yPred) => subtract(yPred, yTrue),
 * });
 * const metric = bias();
 * metric.update(tensor([1, 2]), tensor([1, 4]));
 * metric.result(); // 1
 * ```
 * @see Keras `keras.metrics.MeanMetricWrapper`
 */
export function defineMeanMetric<C extends object>(spec: MeanMetricSpec<C>): MetricFactory<C> {
  return defineMetric<C, 'total' | 'count'>({
    takesMask: true,
    ...spec,
    state: () => ({ total: [], count: [] }),
    update(state, { yTrue, yPred, sampleWeight }, config) {
      const values = spec.call(yTrue, yPred, config);
      const weight =
        sampleWeight === null ? null : (spec.weights?.(sampleWeight, yTrue, config) ?? sampleWeight);
      return addToMean(state, values, weight);
    },
    result({ total, count }) {
      const mean = divideNoNan(total, count);
      return spec.finish?.(mean) ?? mean;
    },
  });
}

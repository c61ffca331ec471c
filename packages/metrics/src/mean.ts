import type { ObjectFactory, Serializable } from '@myelin/core';
import { divideNoNan } from '@myelin/ops';
import { type ValueMetric, defineValueMetric } from './define-value-metric.js';
import { addToMean } from './internal/weighted-mean.js';
import type { MetricConfig } from './metric-config.js';

/**
 * The mean of values: `Σ x / n`, or with weights `Σ w · x / Σ w`.
 *
 * For figures that a training loop has already: its losses, norms of gradients.
 *
 * @example
 * ```ts
 * const metric = mean();
 * metric.update(tensor([1, 3]));
 * metric.update(tensor([5, 7]));
 * metric.result(); // 4
 * ```
 * @see Keras `keras.metrics.Mean`
 * @id mean
 */
export const mean: ObjectFactory<
  MetricConfig,
  Omit<ValueMetric, keyof Serializable>
> = /* @__PURE__ */ defineValueMetric({
  className: 'Mean',
  id: 'mean',
  state: ['total', 'count'],
  update: addToMean,
  result: ({ total, count }) => divideNoNan(total, count),
});

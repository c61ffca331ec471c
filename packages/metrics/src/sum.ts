import type { ObjectFactory, Serializable } from '@myelin/core';
import { add, multiply, sum as total } from '@myelin/ops';
import { type ValueMetric, defineValueMetric } from './define-value-metric.js';
import { weightsFor } from './internal/weights-for.js';
import type { MetricConfig } from './metric-config.js';

/**
 * The sum of values: `Σ x`, or with weights `Σ w · x`.
 *
 * @example
 * ```ts
 * const metric = sum();
 * metric.update(tensor([1, 3]));
 * metric.update(tensor([5, 7]));
 * metric.result(); // 16
 * ```
 * @see Keras `keras.metrics.Sum`
 * @id sum
 */
export const sum: ObjectFactory<
  MetricConfig,
  Omit<ValueMetric, keyof Serializable>
> = /* @__PURE__ */ defineValueMetric({
  className: 'Sum',
  id: 'sum',
  state: ['total'],
  update: (state, values, weights) => ({
    total: add(state.total, total(multiply(values, weightsFor(values, weights)))),
  }),
  result: (state) => state.total,
});

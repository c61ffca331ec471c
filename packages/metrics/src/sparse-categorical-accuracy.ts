import { argmax, equal, squeeze } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * How often the class that is predicted most strongly is that of targets that are class indices. Of ties, the first
 * class counts.
 *
 * @example
 * ```ts
 * const metric = sparseCategoricalAccuracy();
 * metric.update(tensor([2, 1]), tensor([[0.1, 0.6, 0.3], [0.05, 0.95, 0]]));
 * metric.result(); // 0.5
 * ```
 * @see Keras `keras.metrics.SparseCategoricalAccuracy`
 * @id sparse_categorical_accuracy
 */
export const sparseCategoricalAccuracy: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'SparseCategoricalAccuracy',
  id: 'sparse_categorical_accuracy',
  defaults: {},
  call(yTrue, yPred) {
    const classes = yTrue.rank === yPred.rank ? withoutLastOne(yTrue) : yTrue;
    const matches = equal(classes, argmax(yPred, { axis: -1 }));
    return matches.rank > 1 ? withoutLastOne(matches) : matches;
  },
});

function withoutLastOne(x: Tensor): Tensor {
  return x.shape.at(-1) === 1 ? squeeze(x, { axis: -1 }) : x;
}

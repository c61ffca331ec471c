import { sameRank } from '@myelin/losses';
import { sqrt, square, subtract } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/**
 * Root of the mean of the squared errors: `√(Σ (yTrue - yPred)² / n)`, in the unit of the targets.
 *
 * Masks do not count, unlike in `meanSquaredError`: so it is in Keras.
 *
 * @example
 * ```ts
 * const metric = rootMeanSquaredError();
 * metric.update(tensor([[0, 1], [0, 0]]), tensor([[1, 1], [0, 0]]));
 * metric.result(); // 0.5
 * ```
 * @see Keras `keras.metrics.RootMeanSquaredError`
 * @id root_mean_squared_error
 */
export const rootMeanSquaredError: MetricFactory<object> = /* @__PURE__ */ defineMeanMetric<object>({
  className: 'RootMeanSquaredError',
  id: 'root_mean_squared_error',
  defaults: {},
  takesMask: false,
  call(yTrue, yPred) {
    const [truth, prediction] = sameRank(yTrue, yPred);
    return square(subtract(prediction, truth));
  },
  finish: (mean) => sqrt(mean),
});

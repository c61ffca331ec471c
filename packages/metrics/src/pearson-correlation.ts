import { sameRank } from '@myelin/losses';
import { divide, mean, multiply, sqrt } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';
import { aroundMean } from './internal/around-mean.js';

/** Options of {@link pearsonCorrelation} and `concordanceCorrelation`. */
export interface CorrelationConfig {
  /** The axis of the series. @defaultValue -1 */
  axis?: number;
}

/**
 * How far predictions lie on a line against the targets: the mean over all series of
 * `r = Σ (yTrue - mean(yTrue)) · (yPred - mean(yPred)) / (n · std(yTrue) · std(yPred))`.
 *
 * 1 on a rising line, -1 on a falling one; NaN where a series is constant.
 *
 * Series along `axis`: `[batch, n]`, or for `axis` 0 `[n, series]`, where each series counts by itself in each batch.
 *
 * @example
 * ```ts
 * const metric = pearsonCorrelation();
 * metric.update(tensor([[0, 1, 0.5], [1, 1, 0.2]]), tensor([[0.1, 0.9, 0.5], [1, 0.9, 0.2]]));
 * metric.result(); // 0.9967
 * ```
 * @see Keras `keras.metrics.PearsonCorrelation`
 * @id pearson_correlation
 */
export const pearsonCorrelation: MetricFactory<CorrelationConfig> =
  /* @__PURE__ */ defineMeanMetric<CorrelationConfig>({
    className: 'PearsonCorrelation',
    id: 'pearson_correlation',
    defaults: { axis: -1 },
    call(yTrue, yPred, { axis }) {
      const [truth, prediction] = sameRank(yTrue, yPred);
      return mean(multiply(standardized(truth, axis), standardized(prediction, axis)), { axis });
    },
  });

function standardized(x: Tensor, axis: number): Tensor {
  const { off, variance } = aroundMean(x, axis);
  return divide(off, sqrt(variance));
}

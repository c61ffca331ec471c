import { sameRank } from '@myelin/losses';
import { add, divide, mean, multiply, square, subtract } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';
import { aroundMean } from './internal/around-mean.js';
import type { CorrelationConfig } from './pearson-correlation.js';

/**
 * How far predictions agree with the targets, in scale and place as well as in shape: the mean over all series of
 * `2 · cov(yTrue, yPred) / (var(yTrue) + var(yPred) + (mean(yTrue) - mean(yPred))² + 1e-7)`.
 *
 * 1 only where they are equal; never above the correlation after Pearson.
 *
 * Series along `axis`: `[batch, n]`, or for `axis` 0 `[n, series]`.
 *
 * @example
 * ```ts
 * const metric = concordanceCorrelation();
 * metric.update(tensor([[0, 1, 0.5], [1, 1, 0.2]]), tensor([[0.1, 0.9, 0.5], [1, 0.9, 0.2]]));
 * metric.result(); // 0.9816
 * ```
 * @see Keras `keras.metrics.ConcordanceCorrelation`; Lin, "A concordance correlation coefficient to evaluate
 *   reproducibility", 1989.
 * @id concordance_correlation
 */
export const concordanceCorrelation: MetricFactory<CorrelationConfig> =
  /* @__PURE__ */ defineMeanMetric<CorrelationConfig>({
    className: 'ConcordanceCorrelation',
    id: 'concordance_correlation',
    defaults: { axis: -1 },
    call(yTrue, yPred, { axis }) {
      const [truth, prediction] = sameRank(yTrue, yPred);
      const [a, b] = [aroundMean(truth, axis), aroundMean(prediction, axis)];
      const norm = add(add(a.variance, b.variance), square(subtract(a.mean, b.mean)));
      return mean(divide(multiply(2, multiply(a.off, b.off)), add(norm, 1e-7)), { axis });
    },
  });

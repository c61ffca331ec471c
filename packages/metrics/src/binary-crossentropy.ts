import { binaryCrossentropy as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link binaryCrossentropy}. */
export interface BinaryCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Draws targets towards ½: 0.2 makes 0.1 of 0 and 0.9 of 1. @defaultValue 0 */
  labelSmoothing?: number;
}

/**
 * Mean of `-yTrue · log(yPred) - (1 - yTrue) · log(1 - yPred)`, for targets of 0 and 1.
 *
 * @example
 * ```ts
 * const metric = binaryCrossentropy();
 * metric.update(tensor([[0, 1]]), tensor([[0.4, 0.6]]));
 * metric.result(); // 0.5108
 * ```
 * @see Keras `keras.metrics.BinaryCrossentropy`
 * @id binary_crossentropy bce BCE
 */
export const binaryCrossentropy: MetricFactory<BinaryCrossentropyConfig> =
  /* @__PURE__ */ defineMeanMetric<BinaryCrossentropyConfig>({
    className: 'BinaryCrossentropy',
    id: 'binary_crossentropy',
    defaults: { fromLogits: false, labelSmoothing: 0 },
    call: (yTrue, yPred, { fromLogits, labelSmoothing }) =>
      loss({ fromLogits, labelSmoothing, reduction: 'none' })(yTrue, yPred),
  });

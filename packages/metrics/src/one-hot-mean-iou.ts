import type { MetricFactory } from './define-metric.js';
import { defineIou } from './internal/define-iou.js';
import type { OverlapConfig } from './overlap-config.js';

/** Options of {@link oneHotMeanIou}. */
export interface OneHotMeanIouConfig extends OverlapConfig {
  /** Whether predictions are class indices instead of one score for each class. @defaultValue false */
  sparseYPred?: boolean;
}

/**
 * `meanIou` of one-hot targets and, unless `sparseYPred`, scores along `axis`.
 *
 * @example
 * ```ts
 * const metric = oneHotMeanIou({ numClasses: 3 });
 * metric.update(tensor([[1, 0, 0], [0, 1, 0]]), tensor([[0.4, 0.6, 0], [0.2, 0.8, 0]]));
 * metric.result(); // 0.25
 * ```
 * @throws ArgumentError for no classes.
 * @see Keras `keras.metrics.OneHotMeanIoU`
 * @id one_hot_mean_io_u
 */
export const oneHotMeanIou: MetricFactory<OneHotMeanIouConfig> = /* @__PURE__ */ defineIou({
  className: 'OneHotMeanIoU',
  required: ['numClasses'],
  defaults: { sparseYPred: false },
  always: { sparseYTrue: false },
});

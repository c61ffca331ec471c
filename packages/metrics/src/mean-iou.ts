import type { MetricFactory } from './define-metric.js';
import { defineIou } from './internal/define-iou.js';
import type { OverlapConfig } from './overlap-config.js';

/** Options of {@link meanIou}. */
export interface MeanIouConfig extends OverlapConfig {
  /** Whether targets are class indices instead of one-hot. @defaultValue true */
  sparseYTrue?: boolean;
  /** Whether predictions are class indices instead of one score for each class. @defaultValue true */
  sparseYPred?: boolean;
}

/**
 * Intersection over union of regions of classes: the mean of `tp / (tp + fp + fn)` over all classes that occur, in truth
 * or prediction.
 *
 * Class indices of any shape, or with `sparseYTrue` or `sparseYPred` false one-hot ones and scores along `axis`.
 *
 * @example
 * ```ts
 * const metric = meanIou({ numClasses: 2 });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0, 1, 0, 1]));
 * metric.result(); // 0.3333
 * ```
 * @throws ArgumentError for no classes.
 * @see Keras `keras.metrics.MeanIoU`
 * @id mean_io_u
 */
export const meanIou: MetricFactory<MeanIouConfig> = /* @__PURE__ */ defineIou({
  className: 'MeanIoU',
  required: ['numClasses'],
  defaults: { sparseYTrue: true, sparseYPred: true },
});

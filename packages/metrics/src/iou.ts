import type { MetricFactory } from './define-metric.js';
import { defineIou } from './internal/define-iou.js';
import type { MeanIouConfig } from './mean-iou.js';

/** Options of {@link iou}. */
export interface IouConfig extends MeanIouConfig {
  /** The classes whose mean is the figure. */
  targetClassIds: readonly number[];
}

/**
 * Intersection over union of regions of classes: the mean of `tp / (tp + fp + fn)` over those of the classes that occur,
 * in truth or prediction.
 *
 * Class indices of any shape, or with `sparseYTrue` or `sparseYPred` false one-hot ones and scores along `axis`. Keras has
 * no figure for another `axis` than the first or the last.
 *
 * @example
 * ```ts
 * const metric = iou({ numClasses: 2, targetClassIds: [0] });
 * metric.update(tensor([0, 0, 1, 1]), tensor([0, 1, 0, 1]));
 * metric.result(); // 0.3333
 * ```
 * @throws ArgumentError for classes that do not exist.
 * @see Keras `keras.metrics.IoU`
 * @id io_u
 */
export const iou: MetricFactory<IouConfig> = /* @__PURE__ */ defineIou({
  className: 'IoU',
  required: ['numClasses', 'targetClassIds'],
  defaults: { sparseYTrue: true, sparseYPred: true },
});

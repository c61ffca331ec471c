import type { MetricFactory } from './define-metric.js';
import { defineIou } from './internal/define-iou.js';
import type { OverlapConfig } from './overlap-config.js';

/** Options of {@link oneHotIou}. */
export interface OneHotIouConfig extends OverlapConfig {
  /** The classes whose mean is the figure. */
  targetClassIds: readonly number[];
  /** Whether predictions are class indices instead of one score for each class. @defaultValue false */
  sparseYPred?: boolean;
}

/**
 * `iou` of one-hot targets and, unless `sparseYPred`, scores along `axis`.
 *
 * @example
 * ```ts
 * const metric = oneHotIou({ numClasses: 2, targetClassIds: [1] });
 * metric.update(tensor([[1, 0], [0, 1]]), tensor([[0.4, 0.6], [0.2, 0.8]]));
 * metric.result(); // 0.5
 * ```
 * @throws ArgumentError for classes that do not exist.
 * @see Keras `keras.metrics.OneHotIoU`
 * @id one_hot_io_u
 */
export const oneHotIou: MetricFactory<OneHotIouConfig> = /* @__PURE__ */ defineIou({
  className: 'OneHotIoU',
  required: ['numClasses', 'targetClassIds'],
  defaults: { sparseYPred: false },
  always: { sparseYTrue: false },
});

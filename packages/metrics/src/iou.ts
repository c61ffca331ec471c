import { type MetricFactory, defineMetric } from './define-metric.js';
import {
  type OverlapName,
  addOverlaps,
  checkClasses,
  meanOverlap,
  overlapShape,
} from './internal/overlap.js';
import type { OverlapConfig } from './overlap-config.js';

/** Options of {@link iou}. */
export interface IouConfig extends OverlapConfig {
  /** The classes whose mean is the figure. */
  targetClassIds: readonly number[];
  /** Whether targets are class indices instead of one-hot. @defaultValue true */
  sparseYTrue?: boolean;
  /** Whether predictions are class indices instead of one score for each class. @defaultValue true */
  sparseYPred?: boolean;
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
export const iou: MetricFactory<IouConfig> = /* @__PURE__ */ defineMetric<IouConfig, OverlapName>({
  className: 'IoU',
  defaults: { ignoreClass: null, sparseYTrue: true, sparseYPred: true, axis: -1, dtype: 'int64' },
  required: ['numClasses', 'targetClassIds'],
  check({ numClasses, targetClassIds }) {
    checkClasses('IoU', numClasses, targetClassIds);
  },
  state: ({ numClasses }) => overlapShape(numClasses),
  update: addOverlaps,
  result: (state, { targetClassIds }) => meanOverlap(state, targetClassIds),
});

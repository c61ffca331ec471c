import { type MetricFactory, defineMetric } from './define-metric.js';
import {
  type OverlapName,
  addOverlaps,
  checkClasses,
  meanOverlap,
  overlapShape,
} from './internal/overlap.js';
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
export const oneHotIou: MetricFactory<OneHotIouConfig> = /* @__PURE__ */ defineMetric<
  OneHotIouConfig,
  OverlapName
>({
  className: 'OneHotIoU',
  defaults: { ignoreClass: null, sparseYPred: false, axis: -1, dtype: 'int64' },
  required: ['numClasses', 'targetClassIds'],
  check({ numClasses, targetClassIds }) {
    checkClasses('OneHotIoU', numClasses, targetClassIds);
  },
  state: ({ numClasses }) => overlapShape(numClasses),
  update: (state, batch, config) => addOverlaps(state, batch, { ...config, sparseYTrue: false }),
  result: (state, { targetClassIds }) => meanOverlap(state, targetClassIds),
});

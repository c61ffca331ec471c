import { greaterEqual } from '@myelin/ops';
import { type MetricFactory, defineMetric } from './define-metric.js';
import {
  type OverlapName,
  addOverlaps,
  checkClasses,
  meanOverlap,
  overlapShape,
} from './internal/overlap.js';
import type { OverlapConfig } from './overlap-config.js';

/** Options of {@link binaryIou}. */
export interface BinaryIouConfig extends Pick<OverlapConfig, 'dtype'> {
  /** The classes whose mean is the figure: 0, 1 or both. @defaultValue [0, 1] */
  targetClassIds?: readonly number[];
  /** Predictions from it on count as 1. @defaultValue 0.5 */
  threshold?: number;
}

/**
 * `iou` of two classes, of which predictions are probabilities of the second.
 *
 * Targets of 0 and 1, and predictions, of any shape.
 *
 * @example
 * ```ts
 * const metric = binaryIou();
 * metric.update(tensor([0, 1, 0, 1]), tensor([0.1, 0.2, 0.4, 0.7]));
 * metric.result(); // 0.5833
 * ```
 * @throws ArgumentError for other classes.
 * @see Keras `keras.metrics.BinaryIoU`
 * @id binary_io_u
 */
export const binaryIou: MetricFactory<BinaryIouConfig> = /* @__PURE__ */ defineMetric<
  BinaryIouConfig,
  OverlapName
>({
  className: 'BinaryIoU',
  defaults: { targetClassIds: [0, 1], threshold: 0.5, dtype: 'int64' },
  floats: ['threshold'],
  check({ targetClassIds }) {
    checkClasses('BinaryIoU', 2, targetClassIds);
  },
  state: () => overlapShape(2),
  update: (state, { yPred, ...batch }, { threshold, dtype }) =>
    addOverlaps(state, { ...batch, yPred: greaterEqual(yPred, threshold) }, { numClasses: 2, dtype }),
  result: (state, { targetClassIds }) => meanOverlap(state, targetClassIds),
});

import { categoricalCrossentropy as loss } from '@myelin/losses';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link categoricalCrossentropy}. */
export interface CategoricalCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Share of each target that is spread over all classes. @defaultValue 0 */
  labelSmoothing?: number;
  /** The axis of the classes. @defaultValue -1 */
  axis?: number;
}

/**
 * Mean of `-Σ yTrue · log(yPred)`, for one-hot targets.
 *
 * @example
 * ```ts
 * const metric = categoricalCrossentropy();
 * metric.update(tensor([[0, 1, 0]]), tensor([[0.05, 0.95, 0]]));
 * metric.result(); // 0.0513
 * ```
 * @see Keras `keras.metrics.CategoricalCrossentropy`
 * @id categorical_crossentropy
 */
export const categoricalCrossentropy: MetricFactory<CategoricalCrossentropyConfig> =
  /* @__PURE__ */ defineMeanMetric<CategoricalCrossentropyConfig>({
    className: 'CategoricalCrossentropy',
    id: 'categorical_crossentropy',
    defaults: { fromLogits: false, labelSmoothing: 0, axis: -1 },
    call: (yTrue, yPred, { fromLogits, labelSmoothing, axis }) =>
      loss({ fromLogits, labelSmoothing, axis, reduction: 'none' })(yTrue, yPred),
  });

import { sameRank, sparseCategoricalCrossentropy as loss } from '@myelin/losses';
import { cast, multiply, notEqual } from '@myelin/ops';
import { defineMeanMetric } from './define-mean-metric.js';
import type { MetricFactory } from './define-metric.js';

/** Options of {@link sparseCategoricalCrossentropy}. */
export interface SparseCategoricalCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Targets of this class add 0; they count as examples all the same, unless there are weights. @defaultValue null */
  ignoreClass?: number | null;
  /** The axis of the classes: only the last one. @defaultValue -1 */
  axis?: -1;
}

/**
 * Mean of `-log(yPred[yTrue])`, for targets that are class indices.
 *
 * @example
 * ```ts
 * const metric = sparseCategoricalCrossentropy();
 * metric.update(tensor([1]), tensor([[0.05, 0.95, 0]]));
 * metric.result(); // 0.0513
 * ```
 * @throws ArgumentError for another axis than the last.
 * @see Keras `keras.metrics.SparseCategoricalCrossentropy`
 * @id sparse_categorical_crossentropy
 */
export const sparseCategoricalCrossentropy: MetricFactory<SparseCategoricalCrossentropyConfig> =
  /* @__PURE__ */ defineMeanMetric<SparseCategoricalCrossentropyConfig>({
    className: 'SparseCategoricalCrossentropy',
    id: 'sparse_categorical_crossentropy',
    defaults: { fromLogits: false, ignoreClass: null, axis: -1 },
    check({ axis }) {
      loss({ axis });
    },
    call: (yTrue, yPred, { fromLogits, ignoreClass }) =>
      loss({ fromLogits, ignoreClass, reduction: 'none' })(yTrue, yPred),
    weights(given, yTrue, { ignoreClass }) {
      if (ignoreClass === null) return given;
      const [weights, counts] = sameRank(given, cast(notEqual(yTrue, ignoreClass), { dtype: 'float32' }));
      return multiply(weights, counts);
    },
  });

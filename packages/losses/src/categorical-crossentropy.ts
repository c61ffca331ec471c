import { categoricalCrossentropy as crossentropy } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { smoothed } from './internal/smoothed.js';

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
 * For one-hot targets: `l = -Σ yTrue · log(yPred)`.
 *
 * After a softmax it works on the logits, so that confident predictions keep exact gradients; other probabilities are
 * made to sum to 1 and held within 1e-7 and 1 - 1e-7.
 *
 * `[batch, ..., classes]` and `[batch, ..., classes]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * categoricalCrossentropy()(tensor([[0, 1, 0]]), tensor([[0.05, 0.95, 0]])); // 0.0513
 * ```
 * @see Keras `keras.losses.CategoricalCrossentropy`
 * @id categorical_crossentropy
 */
export const categoricalCrossentropy: LossFactory<CategoricalCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<CategoricalCrossentropyConfig>({
    className: 'CategoricalCrossentropy',
    id: 'categorical_crossentropy',
    defaults: { fromLogits: false, labelSmoothing: 0, axis: -1 },
    floats: ['labelSmoothing'],
    call(yTrue, yPred, { fromLogits, labelSmoothing, axis }) {
      const target = smoothed(yTrue, labelSmoothing, 1 / (yTrue.shape.at(-1) ?? 1));
      return crossentropy(target, yPred, { fromLogits, axis });
    },
  });

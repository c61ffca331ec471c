import { clip, divide, log, multiply, negative, power, softmax, subtract, sum, tensor } from '@myelin/ops';
import type { CategoricalCrossentropyConfig } from './categorical-crossentropy.js';
import { type LossFactory, defineLoss } from './define-loss.js';
import { smoothed } from './internal/smoothed.js';

/** Options of {@link categoricalFocalCrossentropy}. */
export interface CategoricalFocalCrossentropyConfig extends CategoricalCrossentropyConfig {
  /** Weight of all classes, or one for each of them along the last axis. @defaultValue 0.25 */
  alpha?: number | readonly number[];
  /** How strongly what is predicted well already loses weight; 0 for not at all. @defaultValue 2 */
  gamma?: number;
}

/**
 * For one-hot targets of rare classes: `l = Σ alpha · (1 - yPred)^gamma · -yTrue · log(yPred)`.
 *
 * Probabilities are made to sum to 1 and held within 1e-7 and 1 - 1e-7, also those of a softmax.
 *
 * `[batch, ..., classes]` and `[batch, ..., classes]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * categoricalFocalCrossentropy()(tensor([[0, 1, 0]]), tensor([[0.2, 0.6, 0.2]])); // 0.0204
 * ```
 * @see Keras `keras.losses.CategoricalFocalCrossentropy`; Lin et al., "Focal loss for dense object detection", 2017,
 *   arXiv 1708.02002, equation 5.
 * @id categorical_focal_crossentropy
 */
export const categoricalFocalCrossentropy: LossFactory<CategoricalFocalCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<CategoricalFocalCrossentropyConfig>({
    className: 'CategoricalFocalCrossentropy',
    id: 'categorical_focal_crossentropy',
    defaults: { alpha: 0.25, gamma: 2, fromLogits: false, labelSmoothing: 0, axis: -1 },
    floats: ['alpha', 'gamma', 'labelSmoothing'],
    call(yTrue, yPred, { alpha, gamma, fromLogits, labelSmoothing, axis }) {
      const target = smoothed(yTrue, labelSmoothing, 1 / (yTrue.shape.at(-1) ?? 1));
      const given = fromLogits ? softmax(yPred, { axis }) : yPred;
      const normalized = divide(given, sum(given, { axis, keepdims: true }));
      const p = clip(normalized, { xMin: 1e-7, xMax: 1 - 1e-7 });
      const weights = multiply(
        power(subtract(1, p), gamma),
        typeof alpha === 'number' ? alpha : tensor(alpha),
      );
      return negative(sum(multiply(weights, multiply(target, log(p))), { axis }));
    },
  });

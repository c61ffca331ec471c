import { binaryCrossentropy as crossentropy, mean } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { smoothed } from './internal/smoothed.js';

/** Options of {@link binaryCrossentropy}. */
export interface BinaryCrossentropyConfig {
  /** Whether predictions are logits instead of probabilities. @defaultValue false */
  fromLogits?: boolean;
  /** Draws targets towards ½: 0.2 makes 0.1 of 0 and 0.9 of 1. @defaultValue 0 */
  labelSmoothing?: number;
  /** The axis that is averaged. @defaultValue -1 */
  axis?: number;
}

/**
 * For targets of 0 and 1: `l = -Σ (yTrue · log(yPred) + (1 - yTrue) · log(1 - yPred)) / n`.
 *
 * After a sigmoid it works on the logits, so that confident predictions keep exact gradients; other probabilities are
 * held within 1e-7 and 1 - 1e-7.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * binaryCrossentropy()(tensor([[0, 1]]), tensor([[0.4, 0.6]])); // 0.5108
 * ```
 * @see Keras `keras.losses.BinaryCrossentropy`
 * @id binary_crossentropy bce BCE
 */
export const binaryCrossentropy: LossFactory<BinaryCrossentropyConfig> =
  /* @__PURE__ */ defineLoss<BinaryCrossentropyConfig>({
    className: 'BinaryCrossentropy',
    id: 'binary_crossentropy',
    defaults: { fromLogits: false, labelSmoothing: 0, axis: -1 },
    floats: ['labelSmoothing'],
    call(yTrue, yPred, { fromLogits, labelSmoothing, axis }) {
      return mean(crossentropy(smoothed(yTrue, labelSmoothing, 0.5), yPred, { fromLogits }), { axis });
    },
  });

import { absolute, divide, maximum, mean, multiply, subtract } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Mean of the absolute errors in percent of the truth: `l = 100 · Σ |(yTrue - yPred) / max(|yTrue|, 1e-7)| / n`.
 *
 * For positive targets of very different sizes; targets near 0 give huge values.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * meanAbsolutePercentageError()(tensor([[1, 2]]), tensor([[1, 4]])); // 50
 * ```
 * @see Keras `keras.losses.MeanAbsolutePercentageError`
 * @id mean_absolute_percentage_error mape MAPE
 */
export const meanAbsolutePercentageError: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'MeanAbsolutePercentageError',
  id: 'mean_absolute_percentage_error',
  defaults: {},
  call(yTrue, yPred) {
    const relative = divide(subtract(yTrue, yPred), maximum(absolute(yTrue), 1e-7));
    return multiply(100, mean(absolute(relative), { axis: -1 }));
  },
});

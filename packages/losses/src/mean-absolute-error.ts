import { absolute, mean, subtract } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Mean of the absolute errors over the last axis: `l = Σ |yTrue - yPred| / n`.
 *
 * Less moved by single large errors than `meanSquaredError`.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * meanAbsoluteError()(tensor([[1, 2]]), tensor([[1, 4]])); // 1
 * ```
 * @see Keras `keras.losses.MeanAbsoluteError`
 * @id mean_absolute_error mae MAE
 */
export const meanAbsoluteError: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'MeanAbsoluteError',
  id: 'mean_absolute_error',
  defaults: {},
  call: (yTrue, yPred) => mean(absolute(subtract(yTrue, yPred)), { axis: -1 }),
});

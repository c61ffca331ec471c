import { mean, square, subtract } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Mean of the squared errors over the last axis: `l = Σ (yTrue - yPred)² / n`.
 *
 * The loss of regression; large errors weigh most.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * meanSquaredError()(tensor([[1, 2]]), tensor([[1, 4]])); // 2
 * ```
 * @see Keras `keras.losses.MeanSquaredError`
 * @id mean_squared_error mse MSE
 */
export const meanSquaredError: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'MeanSquaredError',
  id: 'mean_squared_error',
  defaults: {},
  call: (yTrue, yPred) => mean(square(subtract(yPred, yTrue)), { axis: -1 }),
});

import { add, log, maximum, mean, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Mean of the squared errors of the logarithms: `l = Σ (log(yTrue + 1) - log(yPred + 1))² / n`.
 *
 * Counts relative errors, and too small predictions more than too large ones. Values below 1e-7 are taken for 1e-7.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * meanSquaredLogarithmicError()(tensor([[1, 2]]), tensor([[1, 4]])); // 0.1305
 * ```
 * @see Keras `keras.losses.MeanSquaredLogarithmicError`
 * @id mean_squared_logarithmic_error msle MSLE
 */
export const meanSquaredLogarithmicError: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'MeanSquaredLogarithmicError',
  id: 'mean_squared_logarithmic_error',
  defaults: {},
  call: (yTrue, yPred) => mean(square(subtract(logOf(yPred), logOf(yTrue))), { axis: -1 }),
});

function logOf(x: Tensor): Tensor {
  return log(add(maximum(x, 1e-7), 1));
}

import { add, mean, multiply, softplus, subtract } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * Mean of the logarithms of the hyperbolic cosines of the errors: `l = Σ log(cosh(yPred - yTrue)) / n`.
 *
 * About `½ · e²` for small errors and `|e| - log 2` for large ones: like `huber`, but smooth.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * logCosh()(tensor([[1, 2]]), tensor([[1, 4]])); // 0.6625
 * ```
 * @see Keras `keras.losses.LogCosh`
 * @id log_cosh
 */
export const logCosh: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'LogCosh',
  id: 'log_cosh',
  defaults: {},
  call(yTrue, yPred) {
    const error = subtract(yPred, yTrue);
    return mean(subtract(add(error, softplus(multiply(error, -2))), Math.LN2), { axis: -1 });
  },
});

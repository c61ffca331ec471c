import { add, log, mean, multiply, subtract } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * For counts whose rate is predicted: `l = Σ (yPred - yTrue · log(yPred + 1e-7)) / n`.
 *
 * The negative log-likelihood of Poisson's distribution, up to a constant.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * poisson()(tensor([[1, 2]]), tensor([[1, 1]])); // 1
 * ```
 * @see Keras `keras.losses.Poisson`
 * @id poisson
 */
export const poisson: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'Poisson',
  id: 'poisson',
  defaults: {},
  call: (yTrue, yPred) => mean(subtract(yPred, multiply(yTrue, log(add(yPred, 1e-7)))), { axis: -1 }),
});

import { clip, divide, log, multiply, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * How far a distribution is from the true one, after Kullback and Leibler: `l = Σ yTrue · log(yTrue / yPred)`.
 *
 * Both are held within 1e-7 and 1.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * klDivergence()(tensor([[0.5, 0.5]]), tensor([[0.25, 0.75]])); // 0.1438
 * ```
 * @see Keras `keras.losses.KLDivergence`
 * @id kl_divergence kld KLD
 */
export const klDivergence: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'KLDivergence',
  id: 'kl_divergence',
  defaults: {},
  call(yTrue, yPred) {
    const p = clip(yTrue, { xMin: 1e-7, xMax: 1 });
    const q = clip(yPred, { xMin: 1e-7, xMax: 1 });
    return sum(multiply(p, log(divide(p, q))), { axis: -1 });
  },
});

import { add, divide, multiply, subtract, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import type { OverlapConfig } from './dice.js';

/** Options of {@link tversky}. */
export interface TverskyConfig extends OverlapConfig {
  /** Weight of what is there and not predicted. @defaultValue 0.5 */
  alpha?: number;
  /** Weight of what is predicted and not there. @defaultValue 0.5 */
  beta?: number;
}

/**
 * How little regions overlap, where the two kinds of error weigh differently:
 * `l = 1 - c / (c + alpha · Σ yTrue · (1 - yPred) + beta · Σ (1 - yTrue) · yPred + 1e-7)`, with
 * `c = Σ yTrue · yPred`.
 *
 * With both weights at ½ it is `dice`; a larger `alpha` finds more of what is sought.
 *
 * Two of one shape → a scalar, or with the reduction `none` the shape without `axis`.
 *
 * @example
 * ```ts
 * tversky({ alpha: 0.8, beta: 0.2 })(tensor([[1, 1, 0]]), tensor([[1, 0.5, 0.5]])); // 0.25
 * ```
 * @see Keras `keras.losses.Tversky`; Salehi et al., "Tversky loss function for image segmentation using 3D fully
 *   convolutional deep networks", 2017, arXiv 1706.05721.
 * @id tversky
 */
export const tversky: LossFactory<TverskyConfig> = /* @__PURE__ */ defineLoss<TverskyConfig>({
  className: 'Tversky',
  id: 'tversky',
  defaults: { alpha: 0.5, beta: 0.5, axis: null },
  floats: ['alpha', 'beta'],
  call(yTrue, yPred, { alpha, beta, axis }) {
    const common = sum(multiply(yTrue, yPred), { axis });
    const missed = sum(multiply(yTrue, subtract(1, yPred)), { axis });
    const wrong = sum(multiply(subtract(1, yTrue), yPred), { axis });
    const all = add(add(common, multiply(missed, alpha)), multiply(wrong, beta));
    return subtract(1, divide(common, add(all, 1e-7)));
  },
});

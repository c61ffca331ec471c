import { mean } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { hingeMargin } from './internal/hinge-margin.js';

/**
 * For targets of -1 and 1: `l = Σ max(1 - yTrue · yPred, 0) / n`; targets of 0 and 1 are taken for them.
 *
 * The loss of support vector machines: what is right by more than a margin costs nothing.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * hinge()(tensor([[-1, 1]]), tensor([[-2, 0.5]])); // 0.25
 * ```
 * @see Keras `keras.losses.Hinge`
 * @id hinge
 */
export const hinge: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'Hinge',
  id: 'hinge',
  defaults: {},
  call: (yTrue, yPred) => mean(hingeMargin(yTrue, yPred), { axis: -1 }),
});

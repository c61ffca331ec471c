import { mean, square } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { hingeMargin } from './internal/hinge-margin.js';

/**
 * For targets of -1 and 1: `l = Σ max(1 - yTrue · yPred, 0)² / n`; targets of 0 and 1 are taken for them.
 *
 * Like `hinge`, but smooth, and harder on what is wrong by far.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * squaredHinge()(tensor([[-1, 1]]), tensor([[-2, 0.5]])); // 0.125
 * ```
 * @see Keras `keras.losses.SquaredHinge`
 * @id squared_hinge
 */
export const squaredHinge: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'SquaredHinge',
  id: 'squared_hinge',
  defaults: {},
  call: (yTrue, yPred) => mean(square(hingeMargin(yTrue, yPred)), { axis: -1 }),
});

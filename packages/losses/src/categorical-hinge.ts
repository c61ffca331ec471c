import { add, max, maximum, multiply, subtract, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/**
 * For one-hot targets: `l = max(wrong - right + 1, 0)`, where `right` is the score of the true class and `wrong` the
 * highest of the others.
 *
 * `[batch, ..., classes]` and `[batch, ..., classes]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * categoricalHinge()(tensor([[0, 1]]), tensor([[0.5, 1.25]])); // 0.25
 * ```
 * @see Keras `keras.losses.CategoricalHinge`
 * @id categorical_hinge
 */
export const categoricalHinge: LossFactory<object> = /* @__PURE__ */ defineLoss<object>({
  className: 'CategoricalHinge',
  id: 'categorical_hinge',
  defaults: {},
  call(yTrue, yPred) {
    const right = sum(multiply(yTrue, yPred), { axis: -1 });
    const wrong = max(multiply(subtract(1, yTrue), yPred), { axis: -1 });
    return maximum(add(subtract(wrong, right), 1), 0);
  },
});

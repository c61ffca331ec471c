import { absolute, lessEqual, mean, multiply, square, subtract, where } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';

/** Options of {@link huber}. */
export interface HuberConfig {
  /** The error from which on the loss grows in a straight line. @defaultValue 1 */
  delta?: number;
}

/**
 * Squared for small errors, absolute for large ones: the mean of `½ · e²` where `|e| ≤ delta`, else of
 * `delta · |e| - ½ · delta²`, with `e = yPred - yTrue`.
 *
 * For regression with outliers. Unlike in Keras, another `delta` is saved.
 *
 * `[batch, ..., n]` and `[batch, ..., n]` → a scalar, or `[batch, ...]` with the reduction `none`.
 *
 * @example
 * ```ts
 * huber()(tensor([[1, 2]]), tensor([[1, 4]])); // 0.75
 * ```
 * @see Keras `keras.losses.Huber`; Huber, 1964.
 * @id huber
 */
export const huber: LossFactory<HuberConfig> = /* @__PURE__ */ defineLoss<HuberConfig>({
  className: 'Huber',
  id: 'huber_loss',
  defaults: { delta: 1 },
  omitted: { delta: 1 },
  floats: ['delta'],
  call(yTrue, yPred, { delta }) {
    const error = subtract(yPred, yTrue);
    const size = absolute(error);
    const line = subtract(multiply(delta, size), 0.5 * delta ** 2);
    return mean(where(lessEqual(size, delta), multiply(0.5, square(error)), line), { axis: -1 });
  },
});

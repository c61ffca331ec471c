import { ArgumentError } from '@myelin/core';
import { divide, multiply, oneHot, power, subtract, sum } from '@myelin/ops';
import { type LossFactory, defineLoss } from './define-loss.js';
import { classIndices } from './internal/class-indices.js';

/** Options of {@link categoricalGeneralizedCrossEntropy}. */
export interface CategoricalGeneralizedCrossEntropyConfig {
  /** Between 0, where it becomes the cross-entropy, and 1, where it becomes the absolute error. @defaultValue 0.5 */
  q?: number;
}

/**
 * For class indices some of which are wrong: `l = (1 - yPred[yTrue]^q) / q`.
 *
 * Unlike a cross-entropy it is bounded, so that labels which contradict everything else lose their pull. A class that
 * does not exist has the probability 0. In Keras targets `[batch, 1]` are compared with all rows of the batch, here they
 * are taken for `[batch]`.
 *
 * Targets `[batch, ...]` or `[batch, ..., 1]` and predictions `[batch, ..., classes]` → a scalar, or `[batch, ...]` with
 * the reduction `none`.
 *
 * @example
 * ```ts
 * categoricalGeneralizedCrossEntropy()(tensor([1]), tensor([[0.2, 0.64, 0.16]])); // 0.4
 * ```
 * @throws ArgumentError unless `q` lies between 0 and 1.
 * @see Keras `keras.losses.CategoricalGeneralizedCrossEntropy`; Zhang and Sabuncu, "Generalized cross entropy loss for
 *   training deep neural networks with noisy labels", 2018, arXiv 1805.07836.
 */
export const categoricalGeneralizedCrossEntropy: LossFactory<CategoricalGeneralizedCrossEntropyConfig> =
  /* @__PURE__ */ defineLoss<CategoricalGeneralizedCrossEntropyConfig>({
    className: 'CategoricalGeneralizedCrossEntropy',
    id: 'categorical_generalized_cross_entropy',
    defaults: { q: 0.5 },
    floats: ['q'],
    check({ q }) {
      if (q > 0 && q < 1) return;
      throw new ArgumentError({
        who: 'CategoricalGeneralizedCrossEntropy',
        expected: 'q between 0 and 1',
        got: String(q),
      });
    },
    call(yTrue, yPred, { q }) {
      const isClass = oneHot(classIndices(yTrue, yPred.rank), { numClasses: yPred.shape.at(-1) ?? 0 });
      const p = sum(multiply(yPred, isClass), { axis: -1 });
      return divide(subtract(1, power(p, q)), q);
    },
  });

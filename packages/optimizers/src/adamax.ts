import { absolute, add, divide, maximum, multiply, power, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MomentsConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { momentsSpec, towards, updateNumber } from './internal/moments.js';

interface AdamaxSlots {
  momentum: Tensor;
  norm: Tensor;
}

/**
 * Adam with the largest gradient in place of the mean square: `w = w - learningRate / (1 - beta1ᵗ) · m / (u + epsilon)`.
 *
 * `m = beta1 · m + (1 - beta1) · g` averages the gradient `g`, and `u = max(beta2 · u, |g|)`.
 *
 * Slots, in saved order: `momentum` and `norm` of each weight.
 *
 * @example
 * ```ts
 * adamax().getConfig()['beta_2']; // 0.999
 * ```
 * @see Keras `keras.optimizers.Adamax`; Kingma and Ba, 2014, arXiv 1412.6980, section 7.1.
 * @id adamax
 */
export const adamax: OptimizerFactory<MomentsConfig> = /* @__PURE__ */ defineOptimizer<
  MomentsConfig,
  AdamaxSlots,
  Tensor
>({
  className: 'Adamax',
  ...momentsSpec,
  slots: () => [['momentum', 'norm']],
  common: ({ learningRate, iteration }, { beta1 }) =>
    divide(learningRate, subtract(1, power(beta1, updateNumber(iteration)))),
  step({ gradient, variable, slots, common: rate }, { beta1, beta2, epsilon }) {
    const momentum = towards(slots.momentum, gradient, 1 - beta1);
    const norm = maximum(multiply(beta2, slots.norm), absolute(gradient));
    const step = divide(multiply(rate, momentum), add(norm, epsilon));
    return { variable: subtract(variable, step), slots: { momentum, norm } };
  },
});

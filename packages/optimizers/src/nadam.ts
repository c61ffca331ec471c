import { add, divide, multiply, power, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MomentsConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { type MomentSlots, momentsSpec, rest, towards, updateNumber } from './internal/moments.js';

/** How much the averages and the gradient count in one update. */
interface NadamShares {
  ofMomentum: Tensor;
  ofGradient: Tensor;
  ofVelocity: Tensor;
}

/**
 * Adam that looks ahead by its momentum: `w = w - learningRate · m̂ / (√v̂ + epsilon)`.
 *
 * `m` and `v` average the gradient `g` and its square with `beta1` and `beta2`, `v̂ = v / (1 - beta2ᵗ)`, and
 * `m̂ = μₜ₊₁ · m / (1 - Πₜ · μₜ₊₁) + (1 - μₜ) · g / (1 - Πₜ)`, where the momentum `μₜ = beta1 · (1 - ½ · 0.96ᵗ)` grows, and
 * `Πₜ` is the product of `μ₁` to `μₜ`.
 *
 * Slots, in saved order: `momentum` and `velocity` of each weight, then `Π`.
 *
 * @example
 * ```ts
 * nadam().getConfig()['beta_1']; // 0.9
 * ```
 * @see Keras `keras.optimizers.Nadam`; Dozat, 2016, Incorporating Nesterov Momentum into Adam, algorithm 2.
 * @id nadam
 */
export const nadam: OptimizerFactory<MomentsConfig> = /* @__PURE__ */ defineOptimizer<
  MomentsConfig,
  MomentSlots,
  NadamShares
>({
  className: 'Nadam',
  ...momentsSpec,
  slots: () => [['momentum', 'velocity']],
  carry: {
    initial: 1,
    next: (product, { iteration }, { beta1 }) =>
      multiply(product, momentumAt(updateNumber(iteration), beta1)),
  },
  common({ iteration, carry }, { beta1, beta2 }) {
    const t = updateNumber(iteration);
    const product = carry as Tensor;
    const ahead = momentumAt(add(t, 1), beta1);
    return {
      ofMomentum: divide(ahead, subtract(1, multiply(product, ahead))),
      ofGradient: divide(subtract(1, momentumAt(t, beta1)), subtract(1, product)),
      ofVelocity: divide(1, subtract(1, power(beta2, t))),
    };
  },
  step({ gradient, variable, slots, learningRate, common }, { beta1, beta2, epsilon }) {
    const momentum = towards(slots.momentum, gradient, rest(beta1));
    const velocity = towards(slots.velocity, square(gradient), rest(beta2));
    const ahead = add(multiply(common.ofMomentum, momentum), multiply(common.ofGradient, gradient));
    const size = add(sqrt(multiply(velocity, common.ofVelocity)), epsilon);
    return {
      variable: subtract(variable, divide(multiply(ahead, learningRate), size)),
      slots: { momentum, velocity },
    };
  },
});

function momentumAt(t: Tensor, beta1: number): Tensor {
  return multiply(beta1, subtract(1, multiply(0.5, power(0.96, t))));
}

import { add, divide, multiply, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { decayed } from './internal/moments.js';

/** Options of {@link rmsprop}. */
export interface RmspropConfig {
  /** Decay of the averages. @defaultValue 0.9 */
  rho?: number;
  /** Share of the last step that is added to the next. @defaultValue 0 */
  momentum?: number;
  /** Keeps the division finite. @defaultValue 1e-7 */
  epsilon?: number;
  /** Whether to divide by the deviation of the gradient instead of its size; costs a slot more. @defaultValue false */
  centered?: boolean;
}

interface RmspropSlots {
  velocity: Tensor;
  momentum?: Tensor;
  averageGradient?: Tensor;
}

/**
 * Divides the gradient `g` by a moving average of its size: `v = rho · v + (1 - rho) · g²`,
 * `w = w - learningRate · g / √(v + epsilon)`.
 *
 * With `centered`, `v - a²` stands for `v`, where `a` averages `g`. With momentum, the steps `s` add up as
 * `m = momentum · m + s; w = w - m`.
 *
 * Slots, in saved order: every `velocity`, every `momentum` unless it is 0, every `average_gradient` if `centered`.
 *
 * @example
 * ```ts
 * rmsprop().getConfig()['rho']; // 0.9
 * ```
 * @see Keras `keras.optimizers.RMSprop`; Hinton, 2012, Neural Networks for Machine Learning, lecture 6.
 * @id rmsprop
 */
export const rmsprop: OptimizerFactory<RmspropConfig> = /* @__PURE__ */ defineOptimizer<
  RmspropConfig,
  RmspropSlots
>({
  className: 'RMSprop',
  defaults: { rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
  floats: ['rho', 'momentum', 'epsilon'],
  slots: ({ momentum, centered }) => [
    ['velocity'],
    ...(momentum > 0 ? [['momentum' as const]] : []),
    ...(centered ? [['averageGradient' as const]] : []),
  ],
  step({ gradient, variable, slots, learningRate }, { rho, momentum, epsilon }) {
    const velocity = decayed(slots.velocity, square(gradient), rho);
    let size = velocity;
    let after: RmspropSlots = { velocity };
    if (slots.averageGradient !== undefined) {
      const averageGradient = decayed(slots.averageGradient, gradient, rho);
      size = subtract(size, square(averageGradient));
      after = { ...after, averageGradient };
    }
    let step: Tensor = divide(multiply(learningRate, gradient), sqrt(add(size, epsilon)));
    if (slots.momentum !== undefined) {
      step = add(multiply(momentum, slots.momentum), step);
      after = { ...after, momentum: step };
    }
    return { variable: subtract(variable, step), slots: after };
  },
});

import { add, multiply, sign, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { expect } from './internal/check-options.js';
import { momentsSpec, rest } from './internal/moments.js';

/** Options of {@link lion}. */
export interface LionConfig {
  /** Share of the average in the direction of a step. @defaultValue 0.9 */
  beta1?: number;
  /** Decay of the averaged gradient. @defaultValue 0.99 */
  beta2?: number;
}

interface LionSlots {
  momentum: Tensor;
}

/**
 * Steps of one size in the direction of a sign: `w = w - learningRate · sign(beta1 · m + (1 - beta1) · g)`.
 *
 * Then `m = beta2 · m + (1 - beta2) · g`. It remembers half of what Adam does, and wants a learning rate 3 to 10 times
 * smaller and a weight decay as much larger.
 *
 * Slots, in saved order: `momentum` of each weight.
 *
 * @example
 * ```ts
 * lion({ learningRate: 0.0001, weightDecay: 0.1 }).getConfig()['beta_2']; // 0.99
 * ```
 * @throws ArgumentError when `beta1` is not above 0 and up to 1.
 * @see Keras `keras.optimizers.Lion`; Chen et al., 2023, arXiv 2302.06675, algorithm 2.
 * @id lion
 */
export const lion: OptimizerFactory<LionConfig> = /* @__PURE__ */ defineOptimizer<LionConfig, LionSlots>({
  className: 'Lion',
  wireNames: momentsSpec.wireNames,
  floats: ['beta1', 'beta2'],
  defaults: { beta1: 0.9, beta2: 0.99 },
  check({ beta1 }) {
    expect('Lion', 'beta1 above 0 and up to 1', beta1, beta1 > 0 && beta1 <= 1);
  },
  slots: () => [['momentum']],
  step({ gradient, variable, slots, learningRate }, { beta1, beta2 }) {
    const mixed = (share: number): Tensor =>
      add(multiply(slots.momentum, share), multiply(gradient, rest(share)));
    return {
      variable: subtract(variable, multiply(learningRate, sign(mixed(beta1)))),
      slots: { momentum: mixed(beta2) },
    };
  },
});

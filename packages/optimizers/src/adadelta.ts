import { add, divide, multiply, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { decayed } from './internal/moments.js';

/** Options of {@link adadelta}. */
export interface AdadeltaConfig {
  /** Decay of the averages. @defaultValue 0.95 */
  rho?: number;
  /** Keeps the division finite, and lets the steps begin. @defaultValue 1e-7 */
  epsilon?: number;
}

interface AdadeltaSlots {
  accumulatedGrad: Tensor;
  accumulatedDeltaVar: Tensor;
}

/**
 * Steps in units of the steps before: `d = g · √(s + epsilon) / √(v + epsilon)`, `w = w - learningRate · d`.
 *
 * `v` averages the squared gradient `g²`, and then `s` the squared step `d²`, each with the decay `rho`. The paper has a
 * `learningRate` of 1.
 *
 * Slots, in saved order: `accumulated_grad` and `accumulated_delta_var` of each weight.
 *
 * @example
 * ```ts
 * adadelta({ learningRate: 1 }).getConfig()['rho']; // 0.95
 * ```
 * @see Keras `keras.optimizers.Adadelta`; Zeiler, 2012, arXiv 1212.5701, algorithm 1.
 * @id adadelta
 */
export const adadelta: OptimizerFactory<AdadeltaConfig> = /* @__PURE__ */ defineOptimizer<
  AdadeltaConfig,
  AdadeltaSlots
>({
  className: 'Adadelta',
  defaults: { rho: 0.95, epsilon: 1e-7 },
  floats: ['rho', 'epsilon'],
  slots: () => [['accumulatedGrad', 'accumulatedDeltaVar']],
  step({ gradient, variable, slots, learningRate }, { rho, epsilon }) {
    const size = (squares: Tensor): Tensor => sqrt(add(squares, epsilon));
    const accumulatedGrad = decayed(slots.accumulatedGrad, square(gradient), rho);
    const step = divide(multiply(size(slots.accumulatedDeltaVar), gradient), size(accumulatedGrad));
    const accumulatedDeltaVar = decayed(slots.accumulatedDeltaVar, square(step), rho);
    return {
      variable: subtract(variable, multiply(learningRate, step)),
      slots: { accumulatedGrad, accumulatedDeltaVar },
    };
  },
});

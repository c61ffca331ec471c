import { add, divide, minimum, multiply, power, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MomentsConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { type MomentSlots, momentsSpec, rest, towards, updateNumber } from './internal/moments.js';

/** Options of {@link scheduleFreeAdamW}. */
export interface ScheduleFreeAdamWConfig extends MomentsConfig {
  /** Share of the average in the weights that gradients are taken at. @defaultValue 0.9 */
  beta1?: number;
  /** Keeps the division finite. @defaultValue 1e-8 */
  epsilon?: number;
  /** In how many steps the step size rises to `learningRate`, in a straight line. @defaultValue 0 */
  warmupSteps?: number;
}

interface ScheduleFreeShared {
  rate: Tensor;
  correction: Tensor;
  share: Tensor;
}

/**
 * Adam that averages its weights instead of lowering its step size: `z = z - learningRate · g / (√v̂ + epsilon)`,
 * `x = (1 - 1/t) · x + 1/t · z`, `w = (1 - beta1) · z + beta1 · x`.
 *
 * `v̂` is Adam's average of the squared gradient `g`, corrected for its start from zero; `z` starts as the weight. Only `z`
 * and `w` are kept: `x` follows from them. `weightDecay` takes from `w`, as in Keras.
 *
 * Keras on TensorFlow reads `z` too late and takes a somewhat different step than the paper; Keras on JAX and this take
 * that of the paper.
 *
 * `learningRate` is 0.0025 by default. Slots, in saved order: `momentum`, which is `z`, and `velocity` of each weight.
 *
 * @example
 * ```ts
 * scheduleFreeAdamW({ warmupSteps: 100 }).getConfig()['epsilon']; // 1e-8
 * ```
 * @see Keras `keras.optimizers.ScheduleFreeAdamW`; Defazio et al., 2024, arXiv 2405.15682, algorithm 1.
 * @id schedulefreeadamw
 */
export const scheduleFreeAdamW: OptimizerFactory<ScheduleFreeAdamWConfig> = /* @__PURE__ */ defineOptimizer<
  ScheduleFreeAdamWConfig,
  MomentSlots,
  ScheduleFreeShared
>({
  className: 'ScheduleFreeAdamW',
  ...momentsSpec,
  defaults: { ...momentsSpec.defaults, epsilon: 1e-8, warmupSteps: 0, learningRate: 0.0025 },
  slots: () => [[{ slot: 'momentum', initial: 'weight' }, 'velocity']],
  common({ learningRate, iteration }, { beta2, warmupSteps }) {
    const t = updateNumber(iteration);
    const warmth = warmupSteps > 0 ? minimum(divide(t, warmupSteps), 1) : 1;
    return {
      rate: multiply(learningRate, warmth),
      correction: subtract(1, power(beta2, t)),
      share: divide(1, t),
    };
  },
  step({ gradient, variable, slots, common: { rate, correction, share } }, { beta1, beta2, epsilon }) {
    const velocity = towards(slots.velocity, square(gradient), rest(beta2));
    const size = add(sqrt(divide(velocity, correction)), epsilon);
    const z = subtract(slots.momentum, divide(multiply(rate, gradient), size));
    const x = divide(subtract(variable, multiply(rest(beta1), slots.momentum)), beta1);
    const averaged = add(multiply(subtract(1, share), x), multiply(share, z));
    return {
      variable: add(multiply(rest(beta1), z), multiply(beta1, averaged)),
      slots: { momentum: z, velocity },
    };
  },
});

import {
  add,
  divide,
  greater,
  logicalAnd,
  multiply,
  power,
  sqrt,
  square,
  subtract,
  sum,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MomentsConfig } from './adam-config.js';
import { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
import { type MomentSlots, momentsSpec, towards, updateNumber } from './internal/moments.js';

interface LambCorrections {
  momentum: Tensor;
  velocity: Tensor;
}

/**
 * Adam whose steps have the size of the weight itself: `w = w - learningRate · ‖w‖ / ‖u‖ · u` with
 * `u = m̂ / (√v̂ + epsilon)`.
 *
 * `m̂` and `v̂` are Adam's averages, corrected for their start from zero. Where the weight or `u` is zero throughout, the
 * step is `learningRate · u`. Made for very large batches.
 *
 * Slots, in saved order: `momentum` and `velocity` of each weight.
 *
 * @example
 * ```ts
 * lamb().getConfig()['beta_2']; // 0.999
 * ```
 * @see Keras `keras.optimizers.Lamb`; You et al., 2019, arXiv 1904.00962, algorithm 2.
 * @id lamb
 */
export const lamb: OptimizerFactory<MomentsConfig> = /* @__PURE__ */ defineOptimizer<
  MomentsConfig,
  MomentSlots,
  LambCorrections
>({
  className: 'Lamb',
  ...momentsSpec,
  slots: () => [['momentum', 'velocity']],
  common({ iteration }, { beta1, beta2 }) {
    const t = updateNumber(iteration);
    return { momentum: subtract(1, power(beta1, t)), velocity: subtract(1, power(beta2, t)) };
  },
  step({ gradient, variable, slots, learningRate, common }, { beta1, beta2, epsilon }) {
    const momentum = towards(slots.momentum, gradient, 1 - beta1);
    const velocity = towards(slots.velocity, square(gradient), 1 - beta2);
    const size = add(sqrt(divide(velocity, common.velocity)), epsilon);
    const update = divide(divide(momentum, common.momentum), size);
    const step = multiply(multiply(trustRatio(variable, update), learningRate), update);
    return { variable: subtract(variable, step), slots: { momentum, velocity } };
  },
});

function trustRatio(variable: Tensor, update: Tensor): Tensor {
  const [ofWeight, ofUpdate] = [variable, update].map((x) => sqrt(sum(square(x)))) as [Tensor, Tensor];
  const both = logicalAnd(greater(ofWeight, 0), greater(ofUpdate, 0));
  return where(both, divide(ofWeight, ofUpdate), 1);
}

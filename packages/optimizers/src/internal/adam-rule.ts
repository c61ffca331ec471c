import { add, cast, divide, maximum, multiply, power, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { AdamConfig } from '../adam-config.js';
import type { OptimizerSpec } from '../optimizer-spec.js';

export interface AdamSlots {
  momentum: Tensor;
  velocity: Tensor;
  velocityHat?: Tensor;
}

/** What Adam and AdamW share; they differ in the default of `weightDecay`. */
export const adamRule: Omit<OptimizerSpec<AdamConfig, AdamSlots, Tensor>, 'className'> = {
  wireNames: { beta1: 'beta_1', beta2: 'beta_2' },
  floats: ['beta1', 'beta2', 'epsilon'],
  defaults: { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, amsgrad: false },
  slots: ({ amsgrad }) => [['momentum', 'velocity'], ...(amsgrad ? [['velocityHat' as const]] : [])],
  common({ learningRate, iteration }, { beta1, beta2 }) {
    const t = cast(add(iteration, 1), { dtype: 'float32' });
    const correction = divide(sqrt(subtract(1, power(beta2, t))), subtract(1, power(beta1, t)));
    return multiply(learningRate, correction);
  },
  step({ gradient, variable, slots, common: alpha }, { beta1, beta2, epsilon }) {
    const momentum = towards(slots.momentum, gradient, 1 - beta1);
    const velocity = towards(slots.velocity, square(gradient), 1 - beta2);
    const hat = slots.velocityHat === undefined ? {} : { velocityHat: maximum(slots.velocityHat, velocity) };
    const scale = add(sqrt(hat.velocityHat ?? velocity), epsilon);
    return {
      variable: subtract(variable, divide(multiply(momentum, alpha), scale)),
      slots: { momentum, velocity, ...hat },
    };
  },
};

function towards(average: Tensor, value: Tensor, share: number): Tensor {
  return add(average, multiply(subtract(value, average), share));
}

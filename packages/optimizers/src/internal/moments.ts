import { add, cast, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What is the same in the definitions of optimizers that average the gradient and its size. */
export const momentsSpec = {
  wireNames: { beta1: 'beta_1', beta2: 'beta_2' },
  floats: ['beta1', 'beta2', 'epsilon'],
  defaults: { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
} as const;

/** What they remember of a weight. */
export interface MomentSlots {
  momentum: Tensor;
  velocity: Tensor;
}

/** A moving average after one more value, which counts for `share` of it. */
export function towards(average: Tensor, value: Tensor, share: number): Tensor {
  return add(average, multiply(subtract(value, average), share));
}

/** The same by what is kept of the average, which rounds otherwise. */
export function decayed(average: Tensor, value: Tensor, decay: number): Tensor {
  return add(multiply(decay, average), multiply(1 - decay, value));
}

/** The number of the update that is made, from 1. */
export function updateNumber(iteration: Tensor): Tensor {
  return cast(add(iteration, 1), { dtype: 'float32' });
}

/** `1 - beta` where Keras rounds `beta` to float32 first: of 0.999, that is 0.00100005. */
export function rest(beta: number): number {
  return 1 - Math.fround(beta);
}

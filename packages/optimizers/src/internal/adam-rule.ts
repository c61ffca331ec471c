import type { Complete } from '@myelin/core';
import { add, divide, maximum, multiply, power, sqrt, square, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { AdamConfig, MomentsConfig } from '../adam-config.js';
import type { OptimizerSpec, StepInput, StepResult, StepTime } from '../optimizer-spec.js';
import { type MomentSlots, momentsSpec, towards, updateNumber } from './moments.js';

export interface AdamSlots extends MomentSlots {
  velocityHat?: Tensor;
}

/** What Adam and AdamW share; they differ in the default of `weightDecay`. */
export const adamRule: Omit<OptimizerSpec<AdamConfig, AdamSlots, Tensor>, 'className'> = {
  ...momentsSpec,
  defaults: { ...momentsSpec.defaults, amsgrad: false },
  slots: ({ amsgrad }) => [['momentum', 'velocity'], ...(amsgrad ? [['velocityHat' as const]] : [])],
  common: (time, { beta1, beta2 }) => adamRate(time, beta1, beta2),
  step: (input, config) => adamStep(input, input.common, config),
};

/** The step size that makes up for averages that start from zero: `learningRate · √(1 - beta2ᵗ) / (1 - beta1ᵗ)`. */
export function adamRate({ learningRate, iteration }: StepTime, beta1: number, beta2: number): Tensor {
  const t = updateNumber(iteration);
  const correction = divide(sqrt(subtract(1, power(beta2, t))), subtract(1, power(beta1, t)));
  return multiply(learningRate, correction);
}

/** One update of Adam: the weight, and the slots after it. */
export function adamStep(
  { gradient, variable, slots }: Pick<StepInput<AdamSlots>, 'gradient' | 'variable' | 'slots'>,
  rate: Tensor,
  { beta1, beta2, epsilon }: Complete<MomentsConfig>,
): StepResult<AdamSlots> {
  const momentum = towards(slots.momentum, gradient, 1 - beta1);
  const velocity = towards(slots.velocity, square(gradient), 1 - beta2);
  const hat = slots.velocityHat === undefined ? {} : { velocityHat: maximum(slots.velocityHat, velocity) };
  const scale = add(sqrt(hat.velocityHat ?? velocity), epsilon);
  return {
    variable: subtract(variable, divide(multiply(momentum, rate), scale)),
    slots: { momentum, velocity, ...hat },
  };
}

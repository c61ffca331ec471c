import type { Complete } from '@myelin/core';
import { expect } from '../../internal/check-options.js';

/** Options of schedules that decay from a first step size in a number of steps. */
export interface DecayOptions {
  /** Step size at the start. */
  initialLearningRate: number;
  /** How many steps the decay takes; positive. */
  decaySteps: number;
}

/** Options of schedules that decay at a rate. */
export interface RatedDecayOptions extends DecayOptions {
  /** How strong the decay is. */
  decayRate: number;
  /** Whether to decay once every `decaySteps` steps instead of in every step. @defaultValue false */
  staircase?: boolean;
}

/** What is the same in the definitions of schedules that decay at a rate. */
export const ratedDecaySpec = {
  required: ['initialLearningRate', 'decaySteps', 'decayRate'],
  floats: ['initialLearningRate', 'decayRate'],
} as const;

/** @throws ArgumentError unless the decay takes time. */
export function checkDecaySteps(who: string): (config: Complete<DecayOptions>) => void {
  return ({ decaySteps }) => {
    expect(who, 'a positive number as decaySteps', decaySteps, decaySteps > 0);
  };
}

import { type Optimizer } from '@myelin/core';
import { adam, cosineDecay } from '@myelin/optimizers';

/** How fast a model of sequences learns. */
export interface RateOptions {
  /** Of Adam, where it is largest. @defaultValue 0.003 */
  readonly learningRate?: number;
  /**
   * In how many steps the learning rate falls to a hundredth, along half a cosine; in the first 100 of them it rises.
   * @defaultValue it stays as it is
   */
  readonly decaySteps?: number;
}

const warmupSteps = 100;

/** Adam, with a rate that rises and falls where the number of steps is known. */
export function warmAdam({ learningRate = 0.003, decaySteps }: RateOptions): Optimizer {
  if (decaySteps === undefined) return adam({ learningRate });
  return adam({
    learningRate: cosineDecay({
      initialLearningRate: 0,
      warmupTarget: learningRate,
      warmupSteps,
      decaySteps: Math.max(1, decaySteps - warmupSteps),
      alpha: 0.01,
    }),
  });
}

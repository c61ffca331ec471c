import { type RandomState, nextSeed } from '@myelin/core';

/** Options of the initializers that draw random numbers. */
export interface SeedConfig {
  /** Makes the values repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/** Where the random numbers of one call come from: an initializer with a seed draws the same each time, as in Keras. */
export function streamOf(seed: number | null): RandomState {
  return { seed: seed ?? nextSeed(), offset: 0 };
}

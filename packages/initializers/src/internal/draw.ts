import { ArgumentError, type RandomState, nextSeed, normalArray, uniformArray } from '@myelin/core';

/** Options of the initializers that draw random numbers. */
export interface SeedConfig {
  /** Makes the values repeatable by themselves; null takes them from `setSeed`. @defaultValue null */
  seed?: number | null;
}

/** Where the random numbers of one call come from: an initializer with a seed draws the same each time, as in Keras. */
export function streamOf(seed: number | null): RandomState {
  if (seed === null) return { seed: nextSeed(), offset: 0 };
  if (Number.isSafeInteger(seed)) return { seed, offset: 0 };
  throw new ArgumentError({
    who: 'initializer',
    expected: '`seed` to be a whole number or null',
    got: String(seed),
  });
}

/** Numbers that are equally likely in `[low, high)`. */
export function drawUniform(state: RandomState, count: number, low: number, high: number): Float32Array {
  const values = uniformArray(state, count);
  for (let i = 0; i < count; i++) values[i] = low + (values[i] ?? 0) * (high - low);
  return values;
}

/** Numbers of a normal distribution. */
export function drawNormal(state: RandomState, count: number, mean: number, stddev: number): Float32Array {
  const values = normalArray(state, count);
  for (let i = 0; i < count; i++) values[i] = mean + (values[i] ?? 0) * stddev;
  return values;
}

/** Numbers of a normal distribution; those beyond two standard deviations are drawn again. */
export function drawTruncatedNormal(
  { seed, offset }: RandomState,
  count: number,
  mean: number,
  stddev: number,
): Float32Array {
  const values = new Float32Array(count);
  let filled = 0;
  for (let round = 0; filled < count; round++) {
    for (const z of normalArray({ seed, offset: offset + round }, count)) {
      if (Math.abs(z) < 2 && filled < count) values[filled++] = mean + z * stddev;
    }
  }
  return values;
}

import { NdArray, Variable, inScope, nextSeed } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { add } from '../add.js';
import { tensor } from '../creation.js';

/** A stream of random numbers. */
export interface SeedGenerator {
  /** `[seed, offset]`, int32: where the stream stands. */
  readonly state: Variable;
  /** The state for the next draw, and moves on. */
  next(): Tensor;
}

/**
 * Makes a stream of random numbers for steps and layers of your own; its state changes with each draw, also in compiled
 * steps.
 *
 * @param seed - null takes the next stream of `setSeed`.
 *
 * @example
 * ```ts
 * const generator = seedGenerator(7);
 * randomUniform(generator.next(), [2]); // [0.9546, 0.7502]
 * generator.next(); // [7, 1]
 * ```
 * @see Keras `keras.random.SeedGenerator`
 */
export function seedGenerator(seed: number | null = null): SeedGenerator {
  const state = new Variable(new NdArray(Int32Array.of(seed ?? nextSeed(), 0)), {
    name: 'seed_generator_state',
    path: 'seed_generator/seed_generator_state',
    trainable: false,
  });
  return {
    state,
    next: () =>
      inScope((scope) => {
        const now = scope.read(state);
        scope.update(state, add(now, tensor([0, 1], 'int32')));
        return now;
      }),
  };
}

import { ambient } from './ambient.js';
import { writeNormalPair } from './normal.js';
import { philox4x32, writePhilox } from './philox.js';

/** Where a stream of random numbers stands: `seed` chooses the stream, `offset` the place in it. */
export interface RandomState {
  readonly seed: number;
  readonly offset: number;
}

/**
 * Makes everything that follows repeatable: initial weights, shuffles, dropout.
 *
 * Two runs of one program with the same seed have identical histories on one runtime.
 *
 * @see Keras `keras.utils.set_random_seed`
 */
export function setSeed(seed: number): void {
  const state = ambient().seed;
  state.value = seed | 0;
  state.drawn = 0;
}

/** A new stream, different from all before it; what initializers, shuffles and layers without a seed take. */
export function nextSeed(): number {
  const state = ambient().seed;
  const [bits] = philox4x32([state.drawn++, 0, 0, 0x5eed], [state.value, 0]);
  return bits | 0;
}

/** At least `count` numbers of 32 random bits: as many as fill the last block. */
function drawBits({ seed, offset }: RandomState, count: number): Uint32Array {
  const blocks = Math.ceil(count / 4);
  const bits = new Uint32Array(4 * blocks);
  for (let block = 0; block < blocks; block++) writePhilox(bits, 4 * block, block, 0, offset, 0, seed, 0);
  return bits;
}

/** Float32 numbers, each equally likely in [0, 1): multiples of 2^-24. */
export function uniformArray(state: RandomState, count: number): Float32Array {
  const bits = drawBits(state, count);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = ((bits[i] ?? 0) >>> 8) * 2 ** -24;
  return values;
}

/** Float32 numbers of the standard normal distribution: equal states give equal bits on every runtime. */
export function normalArray(state: RandomState, count: number): Float32Array {
  const bits = drawBits(state, count);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i += 2) writeNormalPair(values, i, bits[i] ?? 0, bits[i + 1] ?? 0);
  return values;
}

/** The numbers 0 to `count - 1` in random order (Fisher and Yates). */
export function permutation(state: RandomState, count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const bits = drawBits(state, count);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(((bits[i] ?? 0) / 2 ** 32) * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}

import { ambient } from './ambient.js';
import { writeNormalPair } from './normal.js';
import { philox4x32 } from './philox.js';

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

/** Calls `visit` with `count` numbers of 32 random bits. */
function drawBits(
  { seed, offset }: RandomState,
  count: number,
  visit: (bits: number, index: number) => void,
): void {
  for (let block = 0; block * 4 < count; block++) {
    const bits = philox4x32([block, 0, offset, 0], [seed, 0]);
    for (let lane = 0; lane < 4 && block * 4 + lane < count; lane++) visit(bits[lane] ?? 0, block * 4 + lane);
  }
}

/** Float32 numbers, each equally likely in [0, 1): multiples of 2^-24. */
export function uniformArray(state: RandomState, count: number): Float32Array {
  const values = new Float32Array(count);
  drawBits(state, count, (bits, i) => {
    values[i] = (bits >>> 8) * 2 ** -24;
  });
  return values;
}

/** Float32 numbers of the standard normal distribution: equal states give equal bits on every runtime. */
export function normalArray(state: RandomState, count: number): Float32Array {
  const values = new Float32Array(count);
  let first = 0;
  drawBits(state, count + (count % 2), (bits, i) => {
    if (i % 2 === 0) first = bits;
    else writeNormalPair(values, i - 1, first, bits);
  });
  return values;
}

/** The numbers 0 to `count - 1` in random order (Fisher and Yates). */
export function permutation(state: RandomState, count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const bits = new Uint32Array(count);
  drawBits(state, count, (value, i) => {
    bits[i] = value;
  });
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(((bits[i] ?? 0) / 2 ** 32) * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}

/**
 * The order in which NumPy's `RandomState(seed).shuffle` puts `count` elements: element `i` of the result is the one that
 * was at `order[i]`.
 *
 * Keras divides folders by it, so that the same seed leaves the same images out everywhere.
 *
 * @see Matsumoto and Nishimura, "Mersenne Twister", 1998: MT19937 with the seeding by one number of 2002
 */
export function numpyShuffle(count: number, seed: number): Uint32Array {
  const next = mersenneTwister(seed);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = drawUpTo(i, next);
    const moved = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = moved;
  }
  return order;
}

/** From 0 to `most`: as many low bits as `most` has, drawn again until they are not above it. */
function drawUpTo(most: number, next: () => number): number {
  const mask = 0xffffffff >>> Math.clz32(most);
  for (;;) {
    const drawn = (next() & mask) >>> 0;
    if (drawn <= most) return drawn;
  }
}

const size = 624;
const middle = 397;

/** Whole numbers of 32 bits. */
function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(size);
  state[0] = seed;
  for (let i = 1; i < size; i++) {
    const last = state[i - 1] ?? 0;
    state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
  }
  let position = size;
  const at = (i: number): number => state[i % size] ?? 0;
  const twist = (): void => {
    for (let i = 0; i < size; i++) {
      const joined = (at(i) & 0x80000000) | (at(i + 1) & 0x7fffffff);
      state[i] = at(i + middle) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
    }
    position = 0;
  };
  return () => {
    if (position === size) twist();
    let word = at(position++);
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  };
}

/**
 * Philox 4x32-10: the counter-based random bits of every runtime.
 *
 * Equal counters and keys give equal bits everywhere, so that a compiled program, an eager backend and the
 * host draw the same numbers.
 *
 * @see Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  const bits = new Uint32Array(4);
  writePhilox(bits, 0, ...counter, ...key);
  return [...bits] as [number, number, number, number];
}

/** The same without an array a block: its four numbers are written to `bits`, from `at` on. */
export function writePhilox(
  bits: Uint32Array,
  at: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(0xd2511f53, c0);
    const low0 = Math.imul(0xd2511f53, c0);
    const high1 = multiplyHigh(0xcd9e8d57, c2);
    const low1 = Math.imul(0xcd9e8d57, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  bits[at] = c0;
  bits[at + 1] = c1;
  bits[at + 2] = c2;
  bits[at + 3] = c3;
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers, by their halves: none of the sums is 2^32 or more. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  const middleLow = Math.imul(aLow, bHigh) + (middle & 0xffff);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (middleLow >>> 16)) | 0;
}

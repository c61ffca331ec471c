const OVERFLOW = 2 ** 128 - 2 ** 103;
const LARGEST = 2 ** 128 - 2 ** 104;

/**
 * How far a float32 result is from the true value, in units of the last place that a float32 of that size has. A
 * result of the wrong kind (NaN, infinite or finite where the true value is not) is infinitely far.
 */
export function ulps(result: number, truth: number): number {
  if (Number.isNaN(truth) || Number.isNaN(result)) return Object.is(truth, result) ? 0 : Infinity;
  if (Math.abs(truth) >= OVERFLOW) {
    // The largest number is one unit away from what is only just too large.
    const isNear = Math.abs(truth) < 2 ** 128 && Math.abs(result) >= LARGEST;
    return result === Math.sign(truth) * Infinity || isNear ? 0 : Infinity;
  }
  if (!Number.isFinite(result)) return Infinity;
  const exponent = truth === 0 ? -126 : Math.max(-126, Math.floor(Math.log2(Math.abs(truth))));
  return Math.abs(result - truth) / 2 ** (exponent - 23);
}

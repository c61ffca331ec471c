/** How far apart numbers are, in the same order, where they are farthest: `max |aᵢ - bᵢ|`. */
export function largestDifference(a: Iterable<number>, b: Iterable<number>): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length !== right.length) return NaN;
  return Math.max(...left.map((value, i) => Math.abs(value - (right[i] ?? NaN))));
}

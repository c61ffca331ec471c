import { type ArrayLike, NdArray } from '@myelin/core';

export interface Tolerance {
  /** What may differ, as a part of the largest expected magnitude, or of each one. @defaultValue 1e-5 */
  readonly rtol?: number;
  /** What may differ on top of that. @defaultValue 1e-7 */
  readonly atol?: number;
  /** What `rtol` is a part of; `each` where magnitudes span decades. @defaultValue 'largest' */
  readonly relativeTo?: 'largest' | 'each';
  /** Said first when it fails: which case, which array. */
  readonly what?: string;
}

/**
 * Fails unless two arrays have one shape and close elements: `|actual - expected| <= atol + rtol · max |expected|`.
 *
 * NaN equals NaN, and an infinity itself. Types of element may differ. The message shows the element that is
 * furthest off, its index and both values.
 *
 * @example
 * ```ts
 * expectClose([1, 2.00001], [1, 2]); // undefined
 * ```
 */
export function expectClose(actual: ArrayLike, expected: ArrayLike, tolerance: Tolerance = {}): void {
  const { rtol = 1e-5, atol = 1e-7, relativeTo = 'largest', what = 'expectClose' } = tolerance;
  const [a, e] = [NdArray.from(actual), NdArray.from(expected)];
  if (a.shape.join() !== e.shape.join()) {
    throw new Error(`${what}: expected the shape [${e.shape.join(', ')}], got [${a.shape.join(', ')}].`);
  }
  const [got, wanted] = [numbers(a), numbers(e)];
  const largest = wanted.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const allowed = (value: number): number =>
    atol + rtol * (relativeTo === 'largest' ? largest : Number.isFinite(value) ? Math.abs(value) : 0);
  const off = got.map((value, i) => distance(value, wanted[i] ?? NaN));
  const wrong = off.flatMap((by, i) => (by > allowed(wanted[i] ?? NaN) ? [i] : []));
  if (wrong.length === 0) return;
  const excess = (i: number): number => (off[i] ?? 0) / allowed(wanted[i] ?? NaN);
  const worst = wrong.reduce((most, i) => (excess(i) > excess(most) ? i : most));
  throw new Error(
    `${what}: ${wrong.length} of ${got.length} elements differ; the worst at [${indexOf(worst, e.shape).join(', ')}]: ` +
      `expected ${wanted[worst]}, got ${got[worst]}, off by ${off[worst]?.toExponential(2)} ` +
      `where ${allowed(wanted[worst] ?? NaN).toExponential(2)} is allowed.`,
  );
}

function numbers(array: NdArray): number[] {
  return Array.from<number | bigint | string, number>(array.data, Number);
}

function distance(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const by = Math.abs(a - b);
  return Number.isNaN(by) ? Infinity : by;
}

function indexOf(flat: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = flat;
  for (const length of [...shape].reverse()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

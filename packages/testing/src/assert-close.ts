import { type NdArray, formatShape } from '@myelin/core';

export interface Tolerance {
  /** The largest error as a share of the expected value. @defaultValue 1e-5 */
  readonly relative?: number;
  /** What the error may be beyond that. @defaultValue 1e-6 */
  readonly absolute?: number;
}

/** @throws Error naming the first element that is off, unless both have one shape and nearly the same values. */
export function assertClose(actual: NdArray, expected: NdArray, tolerance: Tolerance = {}): void {
  const { relative = 1e-5, absolute = 1e-6 } = tolerance;
  if (formatShape(actual.shape) !== formatShape(expected.shape)) {
    throw new Error(`The shape is ${formatShape(actual.shape)} instead of ${formatShape(expected.shape)}.`);
  }
  expected.data.forEach((element: unknown, i: number) => {
    const want = Number(element);
    const got = Number(actual.data[i]);
    const same = Object.is(got, want) || Math.abs(got - want) <= absolute + relative * Math.abs(want);
    if (!same) throw new Error(`Element ${i} is ${got} instead of ${want}.`);
  });
}

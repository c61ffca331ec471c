import type { NdArray } from '@myelin/core';

/** Quantities that were measured at regular intervals, in order of time. */
export interface TimeSeries {
  /** When each step begins, as ISO 8601 writes it: `'1949-01'`, `'1981-12-31'`, `'2010-01-01T23'`. */
  readonly times: readonly string[];
  /** `[steps, quantities]`, float32; NaN where nothing was measured. */
  readonly values: NdArray;
  /** What the columns of `values` are. */
  readonly names: readonly string[];
}

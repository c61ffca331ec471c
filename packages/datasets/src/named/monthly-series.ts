import { NdArray } from '@myelin/core';
import { inflateBase64 } from '../files/inflate-base64.js';
import type { TimeSeries } from './time-series.js';

/** One quantity a month from January of `firstYear` on: embedded little-endian int16, `1 / perUnit` each. */
export async function monthlySeries(
  deflated: string,
  { name, firstYear, perUnit }: { name: string; firstYear: number; perUnit: number },
): Promise<TimeSeries> {
  const stored = new DataView((await inflateBase64(deflated)).buffer);
  const steps = stored.byteLength / 2;
  const month = (i: number): string =>
    `${firstYear + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
  const values = Float32Array.from({ length: steps }, (_, i) => stored.getInt16(2 * i, true) / perUnit);
  return {
    times: Array.from({ length: steps }, (_, i) => month(i)),
    values: new NdArray(values, [steps, 1]),
    names: [name],
  };
}

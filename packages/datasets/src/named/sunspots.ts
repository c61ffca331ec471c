import { monthlySeries } from './monthly-series.js';
import type { TimeSeries } from './time-series.js';

/**
 * The mean number of sunspots in each month from January 1749 to December 1983, observed in Zurich until 1960 and in Tokyo
 * after.
 *
 * They come with the package, so nothing is downloaded. They rise and fall in about eleven years, by no exact clock. These
 * are the Wolf numbers as they were counted until 2015, when all were revised.
 *
 * `values [2820, 1]`, float32.
 *
 * @example
 * ```ts
 * const { times, values } = await sunspots();
 * values.shape; // [2820, 1]
 * [times[2819], times.length]; // ['1983-12', 2820]
 * ```
 * @see Andrews and Herzberg, "Data", 1985, table 11.1
 */
export async function sunspots(): Promise<TimeSeries> {
  const { deflated } = await import('../embedded/sunspots-data.js');
  return monthlySeries(deflated, { name: 'sunspots', firstYear: 1749, perUnit: 10 });
}

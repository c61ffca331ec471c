import { monthlySeries } from './monthly-series.js';
import type { TimeSeries } from './time-series.js';

/**
 * Passengers of international airlines, in thousands a month, from January 1949 to December 1960.
 *
 * They come with the package, so nothing is downloaded. The summers stand out, and they stand out further as the level
 * grows: take logarithms first.
 *
 * `values [144, 1]`, float32.
 *
 * @example
 * ```ts
 * const { times, values, names } = await airlinePassengers();
 * values.shape; // [144, 1]
 * [times[0], values.at(0, 0)]; // ['1949-01', 112]
 * names; // ['passengers']
 * ```
 * @see Box and Jenkins, "Time series analysis: forecasting and control", 1970, series G
 */
export async function airlinePassengers(): Promise<TimeSeries> {
  const { deflated } = await import('../embedded/airline-passengers-data.js');
  return monthlySeries(deflated, { name: 'passengers', firstYear: 1949, perUnit: 1 });
}

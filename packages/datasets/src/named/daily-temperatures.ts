import type { RemoteOptions } from '../files/load-file.js';
import { addressIn } from '../files/address-in.js';
import { NdArray } from '@myelin/core';
import { loadCsvRows } from './load-csv-rows.js';
import type { TimeSeries } from './time-series.js';

/**
 * The lowest temperature of each day in Melbourne, in °C, from 1981 to 1990.
 *
 * Downloads 68 kB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `timeseries/daily-min-temperatures.csv`. The last days of the leap years 1984 and 1988 are missing, so
 * that each year has 365.
 *
 * `values [3650, 1]`, float32.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Australian Bureau of Meteorology
 */
export async function dailyTemperatures(options: RemoteOptions = {}): Promise<TimeSeries> {
  const { baseUrl = 'https://raw.githubusercontent.com/jbrownlee/Datasets/master/', ...loading } = options;
  const file = {
    name: 'timeseries/daily-min-temperatures.csv',
    url: addressIn(baseUrl, 'daily-min-temperatures.csv'),
    sha256: '8b9de63ed6789492bf497625e7f9beb96a63d367b4b0a21754006f749fa5e5da',
  };
  const rows = await loadCsvRows(file, loading);
  const values = Float32Array.from(rows, ([, degrees]) => Number(degrees));
  return {
    times: rows.map(([date = '']) => date),
    values: new NdArray(values, [rows.length, 1]),
    names: ['temperature'],
  };
}

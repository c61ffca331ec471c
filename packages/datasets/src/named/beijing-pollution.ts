import type { RemoteOptions } from '../files/load-file.js';
import { addressIn } from '../files/address-in.js';
import { NdArray } from '@myelin/core';
import { loadCsvRows } from './load-csv-rows.js';
import type { TimeSeries } from './time-series.js';

/** Where the wind comes from, and calm or variable; each becomes a column of zeros and ones. */
const winds = ['NE', 'NW', 'SE', 'cv'];

/** Places of the other columns in the file. */
const columns = { 'pm2.5': 5, dew_point: 6, temperature: 7, pressure: 8, wind_speed: 10, snow: 11, rain: 12 };

/**
 * Fine dust in the air of Beijing, every hour from 2010 to 2014, and the weather: what a network with several inputs a step
 * learns from.
 *
 * Downloads 2.0 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `timeseries/pollution.csv`.
 *
 * `values [43824, 11]`, float32: `pm2.5` in µg/m³, NaN in the 2,067 hours that have none; `dew_point` and `temperature` in
 * °C; `pressure` in hPa; `wind_speed` in m/s, added up while the direction stays; `snow` and `rain`, for how many hours it
 * has been falling; `wind_ne`, `wind_nw`, `wind_se` and `wind_cv` (calm or variable), one of which is 1.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see Liang et al., "Assessing Beijing's PM2.5 pollution", 2015; UCI Machine Learning Repository, doi 10.24432/C5JS49
 */
export async function beijingPollution(options: RemoteOptions = {}): Promise<TimeSeries> {
  const { baseUrl = 'https://raw.githubusercontent.com/jbrownlee/Datasets/master/', ...loading } = options;
  const file = {
    name: 'timeseries/pollution.csv',
    url: addressIn(baseUrl, 'pollution.csv'),
    sha256: '892e9559205d16d32623135c127a3951c12e46ea1e0b3093e107ce89a9fd60e2',
  };
  const rows = await loadCsvRows(file, loading);
  const places = Object.values(columns);
  const values = rows.flatMap((row) => [
    // `NA` is no number: NaN.
    ...places.map((place) => Number(row[place])),
    ...winds.map((wind) => (row[9] === wind ? 1 : 0)),
  ]);
  const two = (cell = ''): string => cell.padStart(2, '0');
  return {
    times: rows.map(([, year, month, day, hour]) => `${year}-${two(month)}-${two(day)}T${two(hour)}`),
    values: new NdArray(Float32Array.from(values), [rows.length, places.length + winds.length]),
    names: [...Object.keys(columns), ...winds.map((wind) => `wind_${wind.toLowerCase()}`)],
  };
}

import { type LoadOptions, loadFile } from '../files/load-file.js';
import { parseCsv } from '../files/parse-csv.js';
import type { Table } from './examples.js';
import { type TableOptions, tableFromColumns } from './table-from-columns.js';

/** Options of {@link californiaHousing}. */
export interface CaliforniaHousingOptions extends LoadOptions, TableOptions {
  /** Where the file lies, for pages that may not fetch from the usual place. */
  readonly url?: string;
}

const name = 'regression/california_housing_geron.csv';
const sha256 = '2364609dc48bec7df3ba9dbb7041478e704ecddcee70ef1827ec3fc49d22c0cc';

/**
 * What houses cost in California in 1990: 20,640 districts, and the median value of a house in dollars, cut off at 500,001.
 *
 * The columns: `longitude`, `latitude`, `housing_median_age` in years, `total_rooms`, `total_bedrooms`, `population` and
 * `households` of the district, `median_income` in 10,000 dollars, and the proximity to the ocean, one-hot. Keras'
 * `california_housing` has the first eight, in the same order; scikit-learn's has rooms and persons per household instead.
 *
 * In 207 districts the bedrooms were not counted. By default they are left out: 20,433 rows. `missing: 'nan'` keeps them.
 *
 * `x [20433, 13]`, or `[20433, 8]` with `categories: false`; `y [20433]`, float32; neighbours stand together: shuffle
 * before splitting.
 *
 * Downloads 1.4 MB on first use and keeps them. A folder named by the environment variable `MYELIN_DATA_MIRROR` is looked
 * into first, for `regression/california_housing_geron.csv`.
 *
 * @throws StateError when the download fails, FormatError when the file has not the content it should have.
 * @see R. K. Pace and R. Barry, "Sparse spatial autoregressions", 1997; A. Géron, "Hands-on machine learning", 2019
 */
export async function californiaHousing(options: CaliforniaHousingOptions = {}): Promise<Table> {
  const {
    url = 'https://raw.githubusercontent.com/ageron/handson-ml2/master/datasets/housing/housing.csv',
    categories = true,
    missing = 'drop',
    ...loading
  } = options;
  const text = new TextDecoder().decode(await loadFile({ name, url, sha256 }, loading));
  const { header, rows } = parseCsv(text, name);
  const columns = new Map(header.map((column, i) => [column, rows.map((row) => row[i] ?? '')]));
  return tableFromColumns(columns, {
    categories,
    missing,
    target: 'median_house_value',
    words: { ocean_proximity: ['<1H OCEAN', 'INLAND', 'ISLAND', 'NEAR BAY', 'NEAR OCEAN'] },
  });
}

import { embeddedColumns } from './embedded-columns.js';
import type { Table } from './examples.js';
import { type TableOptions, tableFromColumns } from './table-from-columns.js';

/**
 * How far cars go on a gallon: 392 cars of the model years 1970 to 1982, and miles per gallon (1 mile/gallon is
 * 0.425 km/l).
 *
 * The columns: `cylinders`, `displacement` in cubic inches, `horsepower`, `weight` in pounds, `acceleration` (seconds to
 * 60 miles/h), `model_year` (70 to 82) and the origin, one-hot. The original table has 398 rows; six of them have no
 * horsepower, and are left out here.
 *
 * `x [392, 9]`, `y [392]`, float32; sorted by year: shuffle before splitting.
 *
 * @example
 * ```ts
 * const { x, features } = await autoMpg();
 * x.shape; // [392, 9]
 * features.slice(5); // ['model_year', 'origin_USA', 'origin_Europe', 'origin_Japan']
 * ```
 * @see R. Quinlan, "Auto MPG", UCI Machine Learning Repository, 1993; D. Donoho and E. Ramos, 1982
 */
export async function autoMpg(options: Pick<TableOptions, 'categories'> = {}): Promise<Table> {
  const { deflated } = await import('../embedded/auto-mpg-data.js');
  return tableFromColumns(await embeddedColumns(deflated), {
    ...options,
    target: 'mpg',
    words: { origin: ['USA', 'Europe', 'Japan'] },
  });
}

import { embeddedColumns } from './embedded-columns.js';
import type { Table } from './examples.js';
import { tableFromColumns } from './table-from-columns.js';

/**
 * How diabetes goes on: 442 patients, ten measurements, and a score of the disease one year later, from 25 to 346.
 *
 * The columns, as they were measured: `age` in years, `sex` (1 or 2), `bmi` in kg/m², mean blood pressure `bp`, and six
 * values of the blood serum: `s1` total cholesterol, `s2` LDL, `s3` HDL, `s4` total cholesterol / HDL, `s5` the logarithm
 * of triglycerides, `s6` glucose. scikit-learn gives the same with `scaled=False`.
 *
 * `x [442, 10]`, `y [442]`, float32.
 *
 * @example
 * ```ts
 * const { x, y, features } = await diabetes();
 * x.shape;            // [442, 10]
 * y.rows(0, 2).data;  // Float32Array.of(151, 75)
 * features[2];        // 'bmi'
 * ```
 * @see scikit-learn `sklearn.datasets.load_diabetes`; Efron, Hastie, Johnstone and Tibshirani, "Least angle regression", 2004
 */
export async function diabetes(): Promise<Table> {
  const { deflated } = await import('../embedded/diabetes-data.js');
  return tableFromColumns(await embeddedColumns(deflated), { target: 'progression' });
}

import { embeddedColumns } from './embedded-columns.js';
import type { ClassTable } from './examples.js';
import { classTableFromColumns } from './table-from-columns.js';

/**
 * Italian wines of three cultivars: 178 wines, 59, 71 and 48 of each, and 13 chemical measurements, alcohol (in % of the
 * volume) to proline (in mg/l).
 *
 * `x [178, 13]`, float32; `y [178]`, uint8 from 0 to 2; sorted by cultivar: shuffle before splitting.
 *
 * @example
 * ```ts
 * const { x, features, classes } = await wine();
 * x.shape;      // [178, 13]
 * features[12]; // 'proline'
 * classes;      // ['class_0', 'class_1', 'class_2']
 * ```
 * @see scikit-learn `sklearn.datasets.load_wine`; S. Aeberhard and M. Forina, UCI Machine Learning Repository, 1991
 */
export async function wine(): Promise<ClassTable> {
  const { deflated } = await import('../embedded/wine-data.js');
  return classTableFromColumns(await embeddedColumns(deflated), {
    target: 'cultivar',
    classes: ['class_0', 'class_1', 'class_2'],
  });
}

import { embeddedColumns } from './embedded-columns.js';
import type { ClassTable } from './examples.js';
import { classTableFromColumns } from './table-from-columns.js';

/**
 * Iris flowers of three species: 150 flowers, 50 of each, and the length and width of sepals and petals in cm.
 *
 * `x [150, 4]`, float32; `y [150]`, uint8 from 0 to 2; sorted by species: shuffle before splitting.
 *
 * @example
 * ```ts
 * const { x, features, classes } = await iris();
 * x.shape;     // [150, 4]
 * features[2]; // 'petal_length'
 * classes;     // ['setosa', 'versicolor', 'virginica']
 * ```
 * @see scikit-learn `sklearn.datasets.load_iris`; R. A. Fisher, "The use of multiple measurements in taxonomic problems",
 * 1936
 */
export async function iris(): Promise<ClassTable> {
  const { deflated } = await import('../embedded/iris-data.js');
  return classTableFromColumns(await embeddedColumns(deflated), {
    target: 'species',
    classes: ['setosa', 'versicolor', 'virginica'],
  });
}

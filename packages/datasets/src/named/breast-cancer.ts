import { embeddedColumns } from './embedded-columns.js';
import type { ClassTable } from './examples.js';
import { classTableFromColumns } from './table-from-columns.js';

/**
 * Breast tumours of Wisconsin, malignant or benign: 569 tumours, 212 and 357 of each, and 30 numbers on the cell nuclei that
 * a microscope shows.
 *
 * Ten properties (radius, texture, perimeter, area, smoothness, compactness, concavity, concave points, symmetry, fractal
 * dimension), each as the mean over the nuclei, as its standard error and as the mean of the three largest.
 *
 * `x [569, 30]`, float32; `y [569]`, uint8: 0 for malignant and 1 for benign, as in scikit-learn.
 *
 * @example
 * ```ts
 * const { x, features, classes } = await breastCancer();
 * x.shape;     // [569, 30]
 * [0, 10, 20].map((i) => features[i]); // ['mean_radius', 'radius_error', 'worst_radius']
 * classes;     // ['malignant', 'benign']
 * ```
 * @see scikit-learn `sklearn.datasets.load_breast_cancer`; Wolberg, Mangasarian, Street and Street, UCI Machine Learning
 * Repository, 1995
 */
export async function breastCancer(): Promise<ClassTable> {
  const { deflated } = await import('../embedded/breast-cancer-data.js');
  return classTableFromColumns(await embeddedColumns(deflated), {
    target: 'diagnosis',
    classes: ['malignant', 'benign'],
  });
}

import { embeddedColumns } from './embedded-columns.js';
import type { ClassTable } from './examples.js';
import { type TableOptions, classTableFromColumns } from './table-from-columns.js';

/**
 * Penguins of three species on three islands of Antarctica: 344 birds, length and depth of the bill and length of the
 * flipper in mm, body mass in g, island and sex.
 *
 * Of eleven birds the sex is not known, of two of these nothing was measured. By default they are left out: 333 rows of
 * four numbers, three islands and two sexes. With `categories: false` the four numbers remain, of 342 birds.
 *
 * `x [333, 9]`, float32; `y [333]`, uint8 from 0 to 2; sorted by species: shuffle before splitting.
 *
 * @example
 * ```ts
 * const { x, features, classes } = await penguins();
 * x.shape; // [333, 9]
 * classes; // ['Adelie', 'Chinstrap', 'Gentoo']
 * features.slice(0, 4); // ['island_Biscoe', 'island_Dream', 'island_Torgersen', 'bill_length_mm']
 * (await penguins({ categories: false })).x.shape; // [342, 4]
 * (await penguins({ missing: 'nan' })).x.shape;    // [344, 9]
 * ```
 * @see A. M. Horst, A. P. Hill and K. B. Gorman, "palmerpenguins", 2020; Gorman, Williams and Fraser, 2014
 */
export async function penguins(options: TableOptions = {}): Promise<ClassTable> {
  const { deflated } = await import('../embedded/penguins-data.js');
  return classTableFromColumns(await embeddedColumns(deflated), {
    ...options,
    target: 'species',
    classes: ['Adelie', 'Chinstrap', 'Gentoo'],
    words: { island: ['Biscoe', 'Dream', 'Torgersen'], sex: ['female', 'male'] },
  });
}

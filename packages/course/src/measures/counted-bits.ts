import { bitsByCounting, placesOf } from './bits-by-counting.js';

/**
 * How many bits a letter of `test` costs somebody who has counted, in `train`, which letters follow which, in the measure of
 * Witten and Bell.
 *
 * `order` letters are counted together: 1 counts single letters, 3 counts what follows each pair. Where a pair never came
 * up, the counts after its last letter speak.
 *
 * @example
 * ```ts
 * countedBits('abababab', 'abab', 1); // 1
 * countedBits('abababab', 'abab', 2) < 0.4; // true
 * ```
 */
export function countedBits(train: string, test: string, order: number): number {
  return bitsByCounting(placesOf(train, order, 0), placesOf(test, order, order - 1));
}

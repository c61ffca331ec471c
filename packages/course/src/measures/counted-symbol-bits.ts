import { type LetterPlace, bitsByCounting, placesOf } from './bits-by-counting.js';

/**
 * How many bits a letter of `test` costs somebody who has counted, in the words of `train`, which letters follow which, in
 * the measure of Witten and Bell; the end of a word counts as a letter.
 *
 * `order` letters are counted together: 2 counts what follows each letter, 3 what follows each pair.
 *
 * @example
 * ```ts
 * countedSymbolBits(['abab', 'abab'], ['abab'], 2) < 1; // true
 * countedSymbolBits(['a', 'b', 'c'], ['a', 'b', 'c'], 1); // 1.8219
 * ```
 */
export function countedSymbolBits(train: readonly string[], test: readonly string[], order: number): number {
  return bitsByCounting(placesOfWords(train, order), placesOfWords(test, order));
}

const border = '\n';

/** Each letter of each word, and its end; borders stand before it. */
function* placesOfWords(words: readonly string[], order: number): Generator<LetterPlace> {
  for (const word of words) yield* placesOf(border.repeat(order - 1) + word + border, order, order - 1);
}

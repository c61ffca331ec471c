import { ArgumentError, NdArray } from '@myelin/core';
import { checkPositive } from '../arrays/check-positive.js';
import type { Examples } from '../named/examples.js';

/** Options of {@link textWindows}. */
export interface TextWindowsOptions {
  /** The letters by their number, as `lettersOf` lists them. */
  readonly vocabulary: readonly string[];
  /** Letters of each window. */
  readonly length: number;
  /** Letters from the start of one window to the start of the next. Default `length`: every letter is once a target. */
  readonly stride?: number;
}

/**
 * Windows over a text for a model that predicts the next letter at every place: `y[i, t] = x[i, t + 1]`.
 *
 * What is left at the end of the text, shorter than a window, is left out.
 *
 * Output: `x [windows, length]` and `y [windows, length]`, int32, the numbers of letters in `vocabulary`.
 *
 * @example
 * ```ts
 * const { x, y } = textWindows('abcab', { vocabulary: ['a', 'b', 'c'], length: 2 });
 * x.toArray(); // [[0, 1], [2, 0]]
 * y.toArray(); // [[1, 2], [0, 1]]
 * ```
 * @throws ArgumentError for a letter that is not in the vocabulary, and for a text that is not longer than one window.
 * @see `timeseriesDatasetFromArray`, whose targets are one value for each window.
 */
export function textWindows(text: string, options: TextWindowsOptions): Examples {
  const { vocabulary, length, stride = length } = options;
  checkPositive('textWindows', { length, stride });
  const numbers = numbersOf(text, vocabulary);
  const count = Math.floor((numbers.length - 1 - length) / stride) + 1;
  if (count < 1) {
    throw new ArgumentError({
      who: 'textWindows',
      expected: `a text of at least ${length + 1} letters, for one window of ${length}`,
      got: `one of ${numbers.length}`,
    });
  }
  const windowsFrom = (first: number): NdArray => {
    const data = new Int32Array(count * length);
    for (let i = 0; i < count; i++) {
      const start = first + i * stride;
      data.set(numbers.subarray(start, start + length), i * length);
    }
    return new NdArray(data, [count, length]);
  };
  return { x: windowsFrom(0), y: windowsFrom(1) };
}

function numbersOf(text: string, vocabulary: readonly string[]): Int32Array {
  const numbers = new Map(vocabulary.map((letter, number) => [letter, number]));
  return Int32Array.from(Array.from(text), (letter) => {
    const number = numbers.get(letter);
    if (number !== undefined) return number;
    throw new ArgumentError({
      who: 'textWindows',
      expected: `letters of the vocabulary of ${vocabulary.length}`,
      got: JSON.stringify(letter),
      hint: 'Leave out or replace what the model has no number for.',
    });
  });
}

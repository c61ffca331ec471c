import { NdArray } from '@myelin/core';
import { numbersOfLetters } from './internal/letters.js';

/** Names as a model that says the next letter takes them. */
export interface EncodedNames {
  /** `[n, length]`: 0, then the letters. */
  readonly x: NdArray;
  /** `[n, length]`: the letters, then 0; behind the end of a name -1, which does not count. */
  readonly y: NdArray;
}

/**
 * Names of the letters a to z as numbers from 1 to 26; 0 stands before the first letter and after the last one.
 *
 * @example
 * ```ts
 * const { x, y } = encodeNames(['ada'], { length: 5 });
 * x.toArray(); // [[0, 1, 4, 1, 0]]
 * y.toArray(); // [[1, 4, 1, 0, -1]]
 * ```
 */
export function encodeNames(
  names: readonly string[],
  { length = 16 }: { readonly length?: number } = {},
): EncodedNames {
  const x = new Int32Array(names.length * length);
  const y = new Int32Array(names.length * length).fill(-1);
  names.forEach((name, row) => {
    const letters = numbersOfLetters(name).slice(0, length - 1);
    x.set(letters, row * length + 1);
    y.set([...letters, 0], row * length);
  });
  const shape = [names.length, length];
  return { x: new NdArray(x, shape), y: new NdArray(y, shape) };
}

import { ArgumentError, type NamedFunction } from '@myelin/core';
import { type TokenReader, tokenReader } from './numbering.js';
import { wordReader } from './word-reader.js';

/** What is done to a text before it is split: one of Keras' names, a function, or null for nothing. */
export type Standardize =
  | 'lower_and_strip_punctuation'
  | 'lower'
  | 'strip_punctuation'
  | (((text: string) => string) & Partial<NamedFunction>)
  | null;

/** How a text is split: one of Keras' names, a function, or null where it is one token. */
export type Split =
  'whitespace' | 'character' | (((text: string) => readonly string[]) & Partial<NamedFunction>) | null;

// Of ASCII alone, as TensorFlow without an encoding.
const upperCase = /[A-Z]+/g;
const beyondAscii = /[^\0-\x7f]/;
const punctuation = /[!-/:-@[-`{-~]+/g;
const words = /[^ \t-\r]+/g;

/** The function behind a name of `standardize`. */
export function standardizer(standardize: Standardize): (text: string) => string {
  if (typeof standardize === 'function') return standardize;
  const { lowers, strips } = stepsOf(standardize);
  return (text) => {
    const lower = lowers ? toLowerCase(text) : text;
    return strips ? lower.replace(punctuation, '') : lower;
  };
}

function stepsOf(standardize: Standardize): { lowers: boolean; strips: boolean } {
  const isBoth = standardize === 'lower_and_strip_punctuation';
  return { lowers: isBoth || standardize === 'lower', strips: isBoth || standardize === 'strip_punctuation' };
}

function toLowerCase(text: string): string {
  return beyondAscii.test(text)
    ? text.replace(upperCase, (letters) => letters.toLowerCase())
    : text.toLowerCase();
}

/** What reads texts as `standardize`, `split` and `ngrams` say together. */
export function readerOf(
  standardize: Standardize,
  split: Split,
  widths: readonly number[] | null,
): TokenReader {
  const { lowers, strips } = stepsOf(standardize);
  if (split === 'whitespace' && typeof standardize !== 'function' && widths === null) {
    return wordReader(lowers, strips);
  }
  const [standard, parts] = [standardizer(standardize), splitter(split)];
  return tokenReader((text) => {
    const found = parts(standard(text));
    return widths === null ? found : ngramsOf(found, widths);
  });
}

function splitter(split: Split): (text: string) => readonly string[] {
  if (typeof split === 'function') return split;
  if (split === null) return (text) => [text];
  return split === 'character' ? (text) => Array.from(text) : (text) => text.match(words) ?? [];
}

/** Runs of so many tokens in the place of the tokens: those of the first width, then those of the next. */
function ngramsOf(tokens: readonly string[], widths: readonly number[]): string[] {
  return widths.flatMap((width) =>
    Array.from({ length: Math.max(0, tokens.length - width + 1) }, (_, i) =>
      tokens.slice(i, i + width).join(' '),
    ),
  );
}

/** The resolver of `ngrams`, which stays as it was given. */
export function checkNgrams(
  given: number | readonly number[] | null,
  who: string,
): number | readonly number[] | null {
  if (given === null || [given].flat().every((width) => Number.isInteger(width) && width > 0)) return given;
  throw new ArgumentError({
    who,
    expected: '`ngrams` to be a positive whole number or several',
    got: JSON.stringify(given),
  });
}

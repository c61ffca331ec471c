import { ArgumentError, type NamedFunction } from '@myelin/core';

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
  const lowers = standardize === 'lower' || standardize === 'lower_and_strip_punctuation';
  const strips = standardize === 'strip_punctuation' || standardize === 'lower_and_strip_punctuation';
  return (text) => {
    const lower = lowers ? toLowerCase(text) : text;
    return strips ? lower.replace(punctuation, '') : lower;
  };
}

function toLowerCase(text: string): string {
  return beyondAscii.test(text)
    ? text.replace(upperCase, (letters) => letters.toLowerCase())
    : text.toLowerCase();
}

/** The function behind a name of `split`. */
export function splitter(split: Split): (text: string) => readonly string[] {
  if (typeof split === 'function') return split;
  if (split === null) return (text) => [text];
  return split === 'character' ? (text) => Array.from(text) : (text) => text.match(words) ?? [];
}

/** Runs of so many tokens in the place of the tokens: those of the first width, then those of the next. */
export function ngramsOf(tokens: readonly string[], widths: readonly number[]): string[] {
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

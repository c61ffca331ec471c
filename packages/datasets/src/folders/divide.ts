import { ArgumentError } from '@myelin/core';

/** Which part of a folder. */
export type Subset = 'training' | 'validation' | 'both';

export interface DivideOptions<S extends Subset | undefined = Subset | undefined> {
  /** Whether files come in random order, another one each pass. Default true. */
  readonly shuffle?: boolean;
  /** Makes order and division repeatable. Default: the seed that `setSeed` set. */
  readonly seed?: number;
  /** Share of the files that is held out, above 0 and below 1. */
  readonly validationSplit?: number;
  /** What of a division is wanted: what to learn from, what is held out, or a pair of both. */
  readonly subset?: S;
}

/** The first samples to learn from, and the last `⌊validationSplit · samples⌋` held out. */
export function divide<T>(
  samples: readonly T[],
  validationSplit = 0,
): Readonly<Record<'training' | 'validation', readonly T[]>> {
  const learned = samples.length - Math.floor(validationSplit * samples.length);
  return { training: samples.slice(0, learned), validation: samples.slice(learned) };
}

/**
 * Refuses a division that is half told, and one whose parts could overlap.
 *
 * @param who - The function that was called.
 */
export function checkDivision(options: DivideOptions, who: string): void {
  const { shuffle = true, seed, validationSplit, subset } = options;
  const wrong = (expected: string, got: string): ArgumentError => new ArgumentError({ who, expected, got });
  if ((validationSplit === undefined) !== (subset === undefined)) {
    throw wrong('validationSplit and subset together', 'one of them');
  }
  if (validationSplit === undefined) return;
  if (!(validationSplit > 0 && validationSplit < 1)) {
    throw wrong('validationSplit between 0 and 1', String(validationSplit));
  }
  if (shuffle && seed === undefined) {
    throw wrong(
      'a seed, without which what is learned from and what is held out could overlap',
      'validationSplit with shuffle, and no seed',
    );
  }
}

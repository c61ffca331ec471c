import { ArgumentError, philox4x32 } from '@myelin/core';

/** A sum as it is written, and what comes out: `'123+45'` and `'168'`. */
export interface Addition {
  readonly question: string;
  readonly answer: string;
}

/** Options of {@link additions}. */
export interface AdditionsOptions {
  /** How many digits the operands have at most, from 1 to 7. @defaultValue 3 */
  readonly digits?: number;
  /** Additions to learn from. @defaultValue 50_000 */
  readonly count?: number;
  /** Additions to be tested on. @defaultValue 2_000 */
  readonly testCount?: number;
  /** The same seed gives the same additions. @defaultValue 1 */
  readonly seed?: number;
}

/** Additions to learn from, and others to be tested on. */
export interface TrainTestAdditions {
  readonly train: readonly Addition[];
  readonly test: readonly Addition[];
}

/**
 * Additions of two whole numbers: a task for models that turn one sequence into another, of which there is as much as one
 * likes.
 *
 * Operands from 0 to `10^digits - 1`, each as likely as the others, written without leading zeros. No two additions have the
 * same operands, not even swapped: whoever has learned `12+345` is not tested on `345+12`. Of three digits there are 500,500
 * different ones, so the usual 50,000 are a tenth of them.
 *
 * @example
 * ```ts
 * const { train, test } = additions({ digits: 3, seed: 1 });
 * [train.length, test.length]; // [50000, 2000]
 * test[0]; // { question: '890+894', answer: '1784' }
 * ```
 * @throws ArgumentError where there are not as many different additions.
 */
export function additions(options: AdditionsOptions = {}): TrainTestAdditions {
  const { digits = 3, count = 50_000, testCount = 2_000, seed = 1 } = options;
  const numbers = 10 ** digits;
  check('digits', digits, 1, 7);
  const different = (numbers * (numbers + 1)) / 2;
  check('count', count, 1, different);
  check('testCount', testCount, 0, different - count);

  const drawn = new Set<number>();
  const all: Addition[] = [];
  for (let draw = 0; all.length < count + testCount; draw++) {
    const [first, second] = philox4x32([draw, 0, 0, 0], [seed, 0]);
    const a = Math.floor((first / 2 ** 32) * numbers);
    const b = Math.floor((second / 2 ** 32) * numbers);
    const pair = Math.min(a, b) * numbers + Math.max(a, b);
    if (drawn.has(pair)) continue;
    drawn.add(pair);
    all.push({ question: `${a}+${b}`, answer: String(a + b) });
  }
  return { train: all.slice(testCount), test: all.slice(0, testCount) };
}

function check(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new ArgumentError({
    who: 'additions',
    expected: `a whole number ${name} from ${least} to ${most}`,
    got: String(value),
  });
}

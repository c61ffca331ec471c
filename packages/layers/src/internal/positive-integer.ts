import { ArgumentError } from '@myelin/core';

/** A resolver that refuses sizes that are not positive whole numbers. */
export function positiveInteger(option: string): (given: number, who: string) => number {
  return (given, who) => {
    if (isPositiveInteger(given)) return given;
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number`,
      got: String(given),
    });
  };
}

/** A size along the steps of a sequence, as Keras writes it. */
export type Single = readonly [number];

/** Sizes along the rows and the columns of an image. */
export type Pair = readonly [number, number];

/** A resolver that writes `2` as `[2, 2]`, and refuses sizes that are not positive whole numbers. */
export function positivePair(option: string): (given: number | Pair, who: string) => Pair {
  return (given, who) => {
    const pair: unknown = typeof given === 'number' ? [given, given] : given;
    if (Array.isArray(pair) && pair.length === 2 && pair.every(isPositiveInteger)) {
      return pair as unknown as Pair;
    }
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number or two of them`,
      got: JSON.stringify(given),
    });
  };
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

import { ArgumentError } from '@myelin/core';
import { type Pair, type Single, positiveInteger } from './positive-integer.js';

/** Sizes along the depth, the rows and the columns of a volume. */
export type Triple = readonly [number, number, number];
/** A size along each axis of sequences, images or volumes. */
export type Sizes = Single | Pair | Triple;

/** A resolver that writes `2` as `[2, 2]` for two axes, and refuses sizes that are not positive whole numbers. */
export function positiveSizes(
  option: string,
  axes: Sizes['length'],
): (given: number | Sizes, who: string) => Sizes {
  const positive = positiveInteger(option);
  return (given, who) => {
    const sizes = typeof given === 'number' ? Array.from({ length: axes }, () => given) : given;
    if (Array.isArray(sizes) && sizes.length === axes) {
      return sizes.map((size: number) => positive(size, who)) as unknown as Sizes;
    }
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number${axes === 1 ? '' : ` or ${axes} of them`}`,
      got: JSON.stringify(given),
    });
  };
}

import { ArgumentError } from '@myelin/core';
import { positiveInteger } from './positive-integer.js';

/** A size along the steps of a sequence, as Keras writes it. */
export type Single = readonly [number];
/** Sizes along the rows and the columns of an image. */
export type Pair = readonly [number, number];
/** Sizes along the depth, the rows and the columns of a volume. */
export type Triple = readonly [number, number, number];
/** A size along each axis of sequences, images or volumes. */
export type Sizes = Single | Pair | Triple;
/** A size along each of `N` axes. */
type SizesOf<N extends Sizes['length']> = Extract<Sizes, { readonly length: N }>;

/** A resolver that writes `2` as `[2, 2]` for two axes, and refuses sizes that are not positive whole numbers. */
export function positiveSizes<N extends Sizes['length']>(
  option: string,
  axes: N,
): (given: number | SizesOf<N>, who: string) => SizesOf<N> {
  const positive = positiveInteger(option);
  return (given, who) => {
    const sizes = typeof given === 'number' ? Array.from({ length: axes }, () => given) : given;
    if (Array.isArray(sizes) && sizes.length === axes) {
      return sizes.map((size: number) => positive(size, who)) as unknown as SizesOf<N>;
    }
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number${axes === 1 ? '' : ` or ${axes} of them`}`,
      got: JSON.stringify(given),
    });
  };
}

import { type Pair, positivePair } from './positive-integer.js';

/** The resolver of a pooling layer's `strides`: null is the size of the window. */
export function poolStrides(
  given: number | Pair | null,
  who: string,
  { poolSize }: { readonly poolSize: number | Pair },
): Pair {
  return given === null ? positivePair('poolSize')(poolSize, who) : positivePair('strides')(given, who);
}

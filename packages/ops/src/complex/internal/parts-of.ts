import { Tensor } from '@tensorflow/tfjs-core';

/** A complex number as a pair, or a real one. */
export type MaybeComplex = Tensor | readonly [real: Tensor, imaginary: Tensor];

/** The parts of a number; the imaginary one of a real number is null. */
export function partsOf(x: MaybeComplex): readonly [real: Tensor, imaginary: Tensor | null] {
  return x instanceof Tensor ? [x, null] : x;
}

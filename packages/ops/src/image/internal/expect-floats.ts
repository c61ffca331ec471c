import { DTypeError } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** @throws DTypeError when the elements are not floats. */
export function expectFloats(who: string, { dtype }: Tensor): void {
  if (dtype === 'float32') return;
  throw new DTypeError({
    who,
    expected: 'float32',
    got: dtype,
    hint: 'Divide by 255: `divide(images, 255)`.',
  });
}

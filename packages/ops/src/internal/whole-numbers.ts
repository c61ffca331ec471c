import { DTypeError } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * The tensor, if it holds whole numbers.
 *
 * @throws DTypeError if it does not.
 */
export function wholeNumbers(who: string, x: Tensor): Tensor {
  if (x.dtype === 'int32') return x;
  throw new DTypeError({
    who,
    expected: 'tensors of int32',
    got: x.dtype,
    hint: "Convert them with `cast(x, { dtype: 'int32' })`.",
  });
}

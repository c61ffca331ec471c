import { type ArrayLike, isTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { cast } from '../cast.js';
import { tensor } from '../creation.js';

export interface ConvertToTensorOptions {
  /** @defaultValue that of a tensor; float32 for numbers */
  readonly dtype?: 'float32' | 'int32' | 'bool' | null;
}

/**
 * A tensor of values on the host, as {@link tensor} makes it; a tensor stays what it is, but for its type.
 *
 * @example
 * ```ts
 * convertToTensor([1.5, 2], { dtype: 'int32' }); // [1, 2]
 * ```
 * @see Keras `keras.ops.convert_to_tensor`
 */
export function convertToTensor(
  x: Tensor | ArrayLike,
  { dtype = null }: ConvertToTensorOptions = {},
): Tensor {
  if (!isTensor(x)) return tensor(x, dtype ?? undefined);
  return dtype === null ? x : cast(x, { dtype });
}

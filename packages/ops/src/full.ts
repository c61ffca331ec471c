import { type Tensor, fill } from '@tensorflow/tfjs-core';

/**
 * A tensor filled with one number.
 *
 * @example
 * ```ts
 * full([2, 2], 7); // [[7, 7], [7, 7]]
 * ```
 * @see Keras `keras.ops.full`
 */
export function full(
  shape: readonly number[],
  fillValue: number,
  dtype: 'float32' | 'int32' = 'float32',
): Tensor {
  return fill([...shape], dtype === 'int32' ? Math.trunc(fillValue) : fillValue, dtype);
}

import { type ArrayLike, NdArray, type TypedArray, tensorDType } from '@myelin/core';
import { type Tensor, fill, tensor as tfTensor } from '@tensorflow/tfjs-core';

/**
 * A tensor of values on the host; numbers become float32 unless `dtype` says otherwise.
 *
 * @example
 * ```ts
 * tensor([[1, 2], [3, 4]]); // [[1, 2], [3, 4]]
 * ```
 * @see Keras `keras.ops.convert_to_tensor`
 */
export function tensor(values: ArrayLike, dtype?: 'float32' | 'int32' | 'bool' | 'string'): Tensor {
  const array = NdArray.from(values);
  const wanted = dtype ?? tensorDType(array.dtype);
  const { data } = wanted === 'string' ? array : array.cast(wanted);
  // tfjs-core keeps the array that it is given.
  return tfTensor(
    (data as Exclude<TypedArray, BigInt64Array | Float64Array>).slice(),
    [...array.shape],
    wanted,
  );
}

/**
 * A tensor filled with zeros.
 *
 * @example
 * ```ts
 * zeros([1, 2]); // [[0, 0]]
 * ```
 * @see Keras `keras.ops.zeros`
 */
export function zeros(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): Tensor {
  return fill([...shape], 0, dtype);
}

/**
 * A tensor filled with ones.
 *
 * @example
 * ```ts
 * ones([1, 2]); // [[1, 1]]
 * ```
 * @see Keras `keras.ops.ones`
 */
export function ones(shape: readonly number[], dtype: 'float32' | 'int32' = 'float32'): Tensor {
  return fill([...shape], 1, dtype);
}

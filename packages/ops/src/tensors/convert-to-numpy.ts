import { type ArrayLike, NdArray, isTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * The values of a tensor on the host. They may have to come from another device, so they are waited for.
 *
 * @example
 * ```ts
 * const array = await convertToNumpy(zeros([1, 2]));
 * array.toArray(); // [[0, 0]]
 * ```
 * @throws TraceError in a graph or a program, where a tensor has no values.
 * @see Keras `keras.ops.convert_to_numpy`
 */
export async function convertToNumpy(x: Tensor | ArrayLike): Promise<NdArray> {
  if (!isTensor(x)) return NdArray.from(x);
  const { shape, dtype } = x;
  return new NdArray((await x.data()) as NdArray['data'], [...shape], dtype as NdArray['dtype']);
}

import type { ArrayLike, NdArray } from '@myelin/core';
import { toArrays } from '../arrays/to-arrays.js';
import type { Dataset } from './dataset.js';
import { fromGenerator } from './from-generator.js';

/**
 * A pipeline over the rows of arrays of equal length: one element a row, with the names of the arrays.
 *
 * @example
 * ```ts
 * const rows = fromArrays({ x: [[1, 2], [3, 4]], y: [0, 1] });
 * rows.cardinality; // 2
 * const seen = [];
 * for await (const { x, y } of rows) seen.push([x.toArray(), y.item()]);
 * seen; // [[[1, 2], 0], [[3, 4], 1]]
 * ```
 * @throws ShapeError when the arrays have different numbers of rows.
 * @see TensorFlow `tf.data.Dataset.from_tensor_slices`
 */
export function fromArrays<K extends string>(
  data: Readonly<Record<K, ArrayLike>>,
): Dataset<Record<K, NdArray>> {
  const { arrays, length } = toArrays(data, 'fromArrays');
  return fromGenerator(() => rowsOf(arrays, length), length);
}

function* rowsOf<K extends string>(
  arrays: Record<K, NdArray>,
  length: number,
): Generator<Record<K, NdArray>> {
  const columns = Object.entries<NdArray>(arrays).map(([name, array]) => ({
    name,
    array,
    shape: array.shape.slice(1),
  }));
  for (let i = 0; i < length; i++) {
    const cells = columns.map(
      ({ name, array, shape }) => [name, array.rows(i, i + 1).reshape(shape)] as const,
    );
    yield Object.fromEntries(cells) as Record<K, NdArray>;
  }
}

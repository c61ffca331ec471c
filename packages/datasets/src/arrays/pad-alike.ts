import { NdArray, allocate, shapeSize } from '@myelin/core';
import { copyInto } from './copy-into.js';

/**
 * Arrays filled up behind, with zeros or empty strings, to the largest of them on every axis: `[..., n_i, ...]` →
 * `[..., max n_i, ...]`. Those whose rank is not that of the first are left as they are.
 */
export function padAlike(arrays: readonly NdArray[]): NdArray[] {
  const rank = arrays[0]?.rank ?? 0;
  const alike = arrays.filter((array) => array.rank === rank);
  const shape = Array.from({ length: rank }, (_, axis) =>
    alike.reduce((largest, array) => Math.max(largest, array.shape[axis] ?? 0), 0),
  );
  return arrays.map((array) => (array.rank === rank ? padTo(array, shape) : array));
}

function padTo(array: NdArray, shape: readonly number[]): NdArray {
  if (array.size === shapeSize(shape)) return array.reshape(shape);
  const data = allocate(array.dtype, shapeSize(shape));
  const copy = (rows: NdArray, axis: number, offset: number): void => {
    const width = shapeSize(shape.slice(axis + 1));
    if (shapeSize(rows.shape.slice(1)) === width) {
      copyInto(data, offset, rows.data);
      return;
    }
    for (let i = 0; i < (rows.shape[0] ?? 0); i++) {
      copy(rows.rows(i, i + 1).reshape(rows.shape.slice(1)), axis + 1, offset + i * width);
    }
  };
  copy(array, 0, 0);
  return new NdArray(data, shape, array.dtype);
}

import { NdArray, allocate, shapeSize } from '@myelin/core';
import { copyInto } from './copy-into.js';

/** The rows of the first axis that `indices` names, in that order, as a new array. */
export function gatherRows(array: NdArray, indices: ArrayLike<number>): NdArray {
  const rowShape = array.shape.slice(1);
  const width = shapeSize(rowShape);
  const data = allocate(array.dtype, indices.length * width);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i] ?? 0;
    copyInto(data, i * width, array.rows(row, row + 1).data);
  }
  return new NdArray(data, [indices.length, ...rowShape], array.dtype);
}

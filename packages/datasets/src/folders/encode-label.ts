import { NdArray } from '@myelin/core';
import { toCategorical } from '../arrays/to-categorical.js';

/**
 * How labels come: whole numbers, one-hot rows, 0 or 1 of two classes (`[batch, 1]`), or not at all.
 */
export type LabelMode = 'int' | 'categorical' | 'binary' | null;

/** The number of a class as int32 `[]`, float32 `[classes]` or float32 `[1]`. */
export function encodeLabel(label: number, mode: 'int' | 'categorical' | 'binary', classes: number): NdArray {
  switch (mode) {
    case 'int':
      return new NdArray(Int32Array.of(label), []);
    case 'binary':
      return new NdArray(Float32Array.of(label), [1]);
    case 'categorical':
      return toCategorical([label], classes).reshape([classes]);
  }
}

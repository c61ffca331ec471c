import { type ArrayData, type DType, NdArray, allocate, shapeSize, tensorDType } from '@myelin/core';
import type { Arena } from './arena.js';

/** Bytes of each element in the memory of programs, whatever its type: booleans are 0 or 1 in four bytes. */
export const elementBytes = 4;

/** Bytes of a value in it. */
export function bytesOf({ shape }: { readonly shape: readonly number[] }): number {
  return elementBytes * shapeSize(shape);
}

/** Writes values where a program reads them. */
export function writeElements(arena: Arena, address: number, values: NdArray): void {
  const { data } = values.cast(tensorDType(values.dtype));
  if (data instanceof Float32Array) arena.floats(address, data.length).set(data);
  else arena.integers(address, data.length).set(data as Int32Array | Uint8Array);
}

/** A copy of values that a program has computed. */
export function readElements(arena: Arena, address: number, shape: readonly number[], dtype: DType): NdArray {
  return fromWords(arena.integers(address, shapeSize(shape)), shape, dtype);
}

/** A copy of values, given their bits. */
export function fromWords(words: Int32Array, shape: readonly number[], dtype: DType): NdArray {
  const { buffer, byteOffset, length } = words;
  if (tensorDType(dtype) === 'float32') {
    const data = new Float32Array(buffer, byteOffset, length).slice();
    return new NdArray(data, shape, 'float32').cast(dtype);
  }
  const data: ArrayData = allocate(dtype, length);
  for (let i = 0; i < length; i++)
    data[i] = (data instanceof BigInt64Array ? BigInt(words[i] ?? 0) : words[i]) as never;
  return new NdArray(data, shape, dtype);
}

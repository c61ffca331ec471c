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
  const size = shapeSize(shape);
  if (tensorDType(dtype) === 'float32') {
    return new NdArray(arena.floats(address, size).slice(), shape, 'float32').cast(dtype);
  }
  const data: ArrayData = allocate(dtype, size);
  const held = arena.integers(address, size);
  for (let i = 0; i < size; i++)
    data[i] = (data instanceof BigInt64Array ? BigInt(held[i] ?? 0) : held[i]) as never;
  return new NdArray(data, shape, dtype);
}

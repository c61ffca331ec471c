import { type ArrayData, FormatError, NdArray } from '@myelin/core';

/** An array in a golden file: its elements as base64, little endian, row-major; strings as a list. */
export interface GoldenArray {
  readonly shape: readonly number[];
  readonly dtype: keyof typeof arrayOf | 'string';
  readonly data: string | readonly string[];
}

const arrayOf = {
  float32: (bytes: ArrayBuffer): ArrayData => new Float32Array(bytes),
  int8: (bytes: ArrayBuffer): ArrayData => new Int8Array(bytes),
  int32: (bytes: ArrayBuffer): ArrayData => new Int32Array(bytes),
  int64: (bytes: ArrayBuffer): ArrayData => new BigInt64Array(bytes),
  uint8: (bytes: ArrayBuffer): ArrayData => new Uint8Array(bytes),
  bool: (bytes: ArrayBuffer): ArrayData => new Uint8Array(bytes),
};

export function isGoldenArray(value: object): value is GoldenArray {
  if (!('shape' in value && 'dtype' in value && 'data' in value)) return false;
  return typeof value.data === 'string' || value.dtype === 'string';
}

/**
 * The array that a golden file describes.
 *
 * @example
 * ```ts
 * decodeArray({ shape: [2], dtype: 'float32', data: 'AACAPwAAAEA=' }).toArray(); // [1, 2]
 * ```
 * @throws FormatError for another type of element.
 */
export function decodeArray({ shape, dtype, data }: GoldenArray): NdArray {
  if (typeof data !== 'string') return new NdArray([...data], shape, 'string');
  if (dtype === 'string' || !Object.hasOwn(arrayOf, dtype)) {
    throw new FormatError({
      who: 'decodeArray',
      expected: Object.keys(arrayOf).join(', '),
      got: JSON.stringify(dtype),
    });
  }
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return new NdArray(arrayOf[dtype](bytes.buffer), shape, dtype);
}

/** The other way round, for files that Keras is to read. float64 has no place there. */
export function encodeArray(array: NdArray): GoldenArray {
  const { data, dtype, shape } = array;
  if (Array.isArray(data)) return { shape, dtype: 'string', data };
  if (!Object.hasOwn(arrayOf, dtype)) {
    throw new FormatError({ who: 'encodeArray', expected: Object.keys(arrayOf).join(', '), got: dtype });
  }
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { shape, dtype: dtype as GoldenArray['dtype'], data: btoa(text) };
}

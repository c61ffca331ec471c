/** Arrays of records, alone, in lists and in dictionaries: see interop.py. */
import { NdArray } from '../../packages/core/dist/index.js';

const kinds = {
  float32: Float32Array,
  int8: Int8Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  bool: Uint8Array,
};

export function decode({ shape, dtype, data }) {
  if (dtype === 'string') return new NdArray(data, shape);
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
  const array = new NdArray(new kinds[dtype](bytes.buffer), shape);
  return dtype === 'bool' ? array.cast('bool') : array;
}

export function encode({ shape, dtype, data }) {
  if (dtype === 'string') return { shape, dtype, data };
  return {
    shape,
    dtype,
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64'),
  };
}

const isArray = (value) => NdArray.isNdArray(value) || 'dtype' in value;

/** Every array of a list or a dictionary replaced; null stays. */
export function mapArrays(arrays, replace) {
  if (isArray(arrays)) return replace(arrays);
  if (Array.isArray(arrays)) return arrays.map((array) => (array === null ? null : replace(array)));
  return Object.fromEntries(Object.entries(arrays).map(([key, array]) => [key, replace(array)]));
}

/** A list of one array is that array, and the other way round. */
export const bare = (arrays) => (arrays.length === 1 ? arrays[0] : arrays);
export const listed = (arrays) => {
  if (isArray(arrays)) return [arrays];
  return Array.isArray(arrays) ? arrays.flat(Infinity) : arrays;
};

/** The largest difference, in units of the largest expected value if that is above 1. */
export function deviation(actual, expected) {
  const isText = [...expected].some((value) => typeof value === 'string');
  const [found, wanted] = [actual, expected].map((values) => Array.from(values, isText ? String : Number));
  if (found.length !== wanted.length)
    throw new Error(`Expected ${wanted.length} numbers, got ${found.length}.`);
  const largest = wanted.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return found.reduce((worst, value, i) => {
    if (Object.is(value, wanted[i]) || value === wanted[i]) return worst;
    if (isText) return Infinity;
    const off = Math.abs(value - wanted[i]) / largest;
    return Number.isNaN(off) ? Infinity : Math.max(worst, off);
  }, 0);
}

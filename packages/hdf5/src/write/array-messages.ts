import { type Hdf5DType, elementCount, numericArrays } from '../dtype.js';
import { Hdf5Error } from '../hdf5-error.js';
import type { Hdf5ArrayDescription } from './description.js';
import { ByteWriter } from './byte-writer.js';
import type { StringHeap } from './string-heap.js';

/** An array in the form of the file. */
export interface EncodedArray {
  readonly datatype: Uint8Array;
  readonly dataspace: Uint8Array;
  readonly data: Uint8Array;
}

/** @throws Hdf5Error when the number of elements or the kind of array does not fit shape and dtype. */
export function encodeArray(array: Hdf5ArrayDescription, strings: StringHeap, place: string): EncodedArray {
  const { dtype, shape, data } = array;
  const isLength = (length: number): boolean => Number.isSafeInteger(length) && length >= 0;
  if (shape.length > 32 || !shape.every(isLength)) {
    throw new Hdf5Error({ place, expected: 'a shape of at most 32 whole lengths', got: `[${shape}]` });
  }
  const count = elementCount(shape);
  const width = dtype === 'string' ? 1 : numericArrays[dtype].BYTES_PER_ELEMENT;
  const units = ArrayBuffer.isView(data) ? data.byteLength : data.length;
  if (ArrayBuffer.isView(data) === (dtype === 'string') || units !== count * width) {
    const got = `${data.length} in ${data.constructor.name}`;
    throw new Hdf5Error({ place, expected: `${count} elements of ${dtype} for the shape [${shape}]`, got });
  }
  const dataspace = new ByteWriter().u8(1, shape.length).padTo(8);
  for (const length of shape) dataspace.u64(length);
  return {
    datatype: encodeDatatype(dtype),
    dataspace: dataspace.bytes,
    data: ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : encodeStrings(data, strings),
  };
}

function encodeStrings(texts: readonly string[], strings: StringHeap): Uint8Array {
  const references = new ByteWriter();
  for (const text of texts) {
    const { length, heap, index } = strings.add(text);
    references
      .u32(length)
      .u64(heap ?? 0)
      .u32(index);
  }
  return references.bytes;
}

/** Of each float: position of the sign, bits of exponent and fraction. */
const floats = {
  float16: { sign: 15, exponent: 5, fraction: 10 },
  float32: { sign: 31, exponent: 8, fraction: 23 },
  float64: { sign: 63, exponent: 11, fraction: 52 },
} as const;

/** @see HDF5 File Format Specification 3.0, section IV.A.2.d. */
function encodeDatatype(dtype: Hdf5DType): Uint8Array {
  switch (dtype) {
    case 'float16':
    case 'float32':
    case 'float64':
      return encodeFloat(floats[dtype]);
    case 'bfloat16':
      return new ByteWriter().u8(0x15, 0, 0, 0).u32(2).bytes;
    case 'bool':
      return new ByteWriter()
        .raw([0x18, 2, 0, 0, 1, 0, 0, 0])
        .raw(encodeInteger(1, true))
        .text('FALSE\0\0\0TRUE\0\0\0\0')
        .u8(0, 1).bytes;
    case 'string':
      return new ByteWriter().u8(0x19, 1, 1, 0).u32(16).raw(encodeInteger(1, false)).bytes;
    default:
      return encodeInteger(numericArrays[dtype].BYTES_PER_ELEMENT, dtype.startsWith('int'));
  }
}

function encodeFloat({ sign, exponent, fraction }: (typeof floats)[keyof typeof floats]): Uint8Array {
  return new ByteWriter()
    .u8(0x11, 0x20, sign, 0)
    .u32((sign + 1) / 8)
    .u16(0)
    .u16(sign + 1)
    .u8(fraction, exponent, 0, fraction)
    .u32(2 ** (exponent - 1) - 1).bytes;
}

function encodeInteger(size: number, signed: boolean): Uint8Array {
  return new ByteWriter()
    .u8(0x10, signed ? 8 : 0, 0, 0)
    .u32(size)
    .u16(0)
    .u16(8 * size).bytes;
}

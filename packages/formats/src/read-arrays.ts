import { FormatError, NdArray, type TypedArray } from '@myelin/core';
import {
  type Hdf5DType,
  type Hdf5Dataset,
  Hdf5Error,
  type Hdf5Group,
  bfloat16ToFloat32,
  float16ToFloat32,
  readHdf5,
} from '@myelin/hdf5';
import { unzlibSync } from 'fflate';

/** Reads from an HDF5 file. @throws FormatError naming the file and the place in it. */
export function openHdf5<T>(bytes: Uint8Array, file: string, read: (root: Hdf5Group) => T): T {
  try {
    const inflate = (data: Uint8Array, length: number): Uint8Array =>
      unzlibSync(data, { out: new Uint8Array(length + 1) });
    return read(readHdf5(bytes, { inflate }));
  } catch (error) {
    if (!(error instanceof Hdf5Error)) throw error;
    throw new FormatError({
      who: `${file}, ${error.place}`,
      expected: error.expected,
      got: error.got,
      hint: 'The file is damaged or was not written by Keras: fetch or save it again.',
      cause: error,
    });
  }
}

export function readArray(dataset: Hdf5Dataset): NdArray {
  const { shape, dtype } = dataset;
  const data = dataset.read();
  return new NdArray(widen(dtype, data as never), shape, dtype === 'bool' ? 'bool' : undefined);
}

/** Types that host arrays do not have become the next wider one that they do. */
function widen(
  dtype: Hdf5DType,
  data: Uint16Array | TypedArray | Int8Array | string[],
): TypedArray | string[] {
  switch (dtype) {
    case 'float16':
      return float16ToFloat32(data as Uint16Array);
    case 'bfloat16':
      return bfloat16ToFloat32(data as Uint16Array);
    case 'int16':
    case 'uint16':
      return Int32Array.from(data as Int8Array);
    case 'uint32':
      return BigInt64Array.from(data as unknown as Iterable<number>, BigInt);
    case 'uint64':
      return BigInt64Array.from(data as unknown as Iterable<bigint>);
    default:
      return data as TypedArray;
  }
}

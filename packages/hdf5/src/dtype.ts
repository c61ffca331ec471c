/** The array that holds the elements of each type, one after the other in row-major order. */
export interface Hdf5DataByType {
  /** The bits; `float16ToFloat32` makes numbers of them. */
  readonly float16: Uint16Array;
  /** The bits; `bfloat16ToFloat32` makes numbers of them. */
  readonly bfloat16: Uint16Array;
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly int64: BigInt64Array;
  readonly uint8: Uint8Array;
  readonly uint16: Uint16Array;
  readonly uint32: Uint32Array;
  readonly uint64: BigUint64Array;
  /** 0 and 1. */
  readonly bool: Uint8Array;
  readonly string: readonly string[];
}

/** A type of element. */
export type Hdf5DType = keyof Hdf5DataByType;

export type Hdf5Data = Hdf5DataByType[Hdf5DType];

/** Types whose elements lie in the file as they lie in a typed array. */
export type NumericDType = Exclude<Hdf5DType, 'string'>;

type NumericArray = Hdf5DataByType[NumericDType];

interface NumericArrayConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): NumericArray;
}

export const numericArrays: Readonly<Record<NumericDType, NumericArrayConstructor>> = {
  float16: Uint16Array,
  bfloat16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
};

/** The number of elements of an array of this shape: 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

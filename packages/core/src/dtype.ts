import { MemoryError } from './errors.js';

/** Types of element: those of Keras that host arrays hold. */
export type DType = 'float32' | 'float64' | 'int8' | 'int32' | 'int64' | 'uint8' | 'bool' | 'string';

/** Types of element that tensors of tfjs-core have. */
export type TensorDType = 'float32' | 'int32' | 'bool' | 'string';

export type TypedArray = Float32Array | Float64Array | Int8Array | Int32Array | BigInt64Array | Uint8Array;
export type ArrayData = TypedArray | string[];

/** The type of the tensor that holds elements of `dtype`: other whole numbers travel as int32, float64 as float32. */
export function tensorDType(dtype: DType): TensorDType {
  switch (dtype) {
    case 'float32':
    case 'float64':
      return 'float32';
    case 'int8':
    case 'int32':
    case 'int64':
    case 'uint8':
      return 'int32';
    case 'bool':
    case 'string':
      return dtype;
  }
}

/**
 * An array of zeros (or empty strings) of the kind that holds `dtype`.
 *
 * @throws MemoryError when the machine or the engine cannot hold so many.
 */
export function allocate(dtype: DType, size: number): ArrayData {
  try {
    return zeros(dtype, size);
  } catch (cause) {
    throw new MemoryError({
      who: 'NdArray',
      expected: `memory for ${size} elements of ${dtype}`,
      got: cause instanceof Error ? cause.message : String(cause),
      hint: 'Use smaller batches or fewer units.',
      cause,
    });
  }
}

function zeros(dtype: DType, size: number): ArrayData {
  switch (dtype) {
    case 'float32':
      return new Float32Array(size);
    case 'float64':
      return new Float64Array(size);
    case 'int8':
      return new Int8Array(size);
    case 'int32':
      return new Int32Array(size);
    case 'int64':
      return new BigInt64Array(size);
    case 'uint8':
    case 'bool':
      return new Uint8Array(size);
    case 'string':
      return new Array<string>(size).fill('');
  }
}

/** The type that a host array holds; `bool` and `uint8` share `Uint8Array`, which reads as uint8. */
export function dtypeOf(data: ArrayData): DType {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Float64Array) return 'float64';
  if (data instanceof Int8Array) return 'int8';
  if (data instanceof Int32Array) return 'int32';
  if (data instanceof BigInt64Array) return 'int64';
  if (data instanceof Uint8Array) return 'uint8';
  return 'string';
}

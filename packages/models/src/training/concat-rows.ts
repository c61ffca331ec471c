import { NdArray, allocate, shapeSize } from '@myelin/core';

/** Arrays of one type, one below the other. */
export function concatRows(parts: readonly NdArray[]): NdArray {
  const [first] = parts as [NdArray];
  const rows = parts.reduce((sum, part) => sum + (part.shape[0] ?? 0), 0);
  const rest = first.shape.slice(1);
  if (first.dtype === 'string') {
    return new NdArray(
      parts.flatMap((part) => part.data as string[]),
      [rows, ...rest],
    );
  }
  const joined = allocate(first.dtype, rows * shapeSize(rest)) as Float32Array;
  let offset = 0;
  for (const part of parts) {
    joined.set(part.data as Float32Array, offset);
    offset += part.size;
  }
  return new NdArray(joined, [rows, ...rest], first.dtype);
}

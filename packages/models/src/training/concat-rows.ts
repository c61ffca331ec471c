import { NdArray, shapeSize } from '@myelin/core';

/** Arrays one below the other. */
export function concatRows(parts: readonly NdArray[]): NdArray {
  const rows = parts.reduce((sum, part) => sum + (part.shape[0] ?? 0), 0);
  const rest = parts[0]?.shape.slice(1) ?? [];
  if (Array.isArray(parts[0]?.data)) {
    return new NdArray(
      parts.flatMap((part) => part.data as string[]),
      [rows, ...rest],
    );
  }
  const joined = new Float32Array(rows * shapeSize(rest));
  let offset = 0;
  for (const part of parts) {
    joined.set(part.data as Float32Array, offset);
    offset += part.size;
  }
  return new NdArray(joined, [rows, ...rest]);
}

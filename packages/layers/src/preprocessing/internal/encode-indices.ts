import { type HostSpec, NdArray, type Shape, shapeSize } from '@myelin/core';
import type { CategoryMode } from './encode-tensor.js';

/** How layers that look categories up say which there are. */
export type OutputMode = 'int' | CategoryMode;

/** Numbers of categories on the host in the form that a mode asks for; those out of range leave no trace in rows. */
export function encodeIndices(
  indices: Int32Array,
  shape: readonly number[],
  mode: OutputMode,
  depth: number,
): NdArray {
  if (mode === 'int') return new NdArray(indices, shape);
  const rows = encodedShape(shape, mode, depth) as number[];
  const data = new Float32Array(shapeSize(rows));
  const { placeOf } = mode === 'one_hot' ? { placeOf: (i: number) => i } : rowsOf(shape);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    if (index < 0 || index >= depth) continue;
    const place = placeOf(i) * depth + index;
    data[place] = mode === 'count' ? (data[place] as number) + 1 : 1;
  }
  return new NdArray(data, rows);
}

/** What is known of the encoding of indices of some shape. */
export function encodedSpec(shape: Shape, mode: OutputMode, depth: number): HostSpec {
  return mode === 'int'
    ? { shape, dtype: 'int32' }
    : { shape: encodedShape(shape, mode, depth), dtype: 'float32' };
}

function encodedShape(shape: Shape, mode: CategoryMode, depth: number): Shape {
  if (mode === 'one_hot') {
    const elements = shape.length === 0 ? [1] : shape;
    return [...(elements.length > 1 && elements.at(-1) === 1 ? elements.slice(0, -1) : elements), depth];
  }
  return shape.length < 2 ? [depth] : [shape[0] ?? null, ...shape.slice(2), depth];
}

/** Elements along the axis after the batch share a row. */
function rowsOf(shape: readonly number[]): { placeOf: (element: number) => number } {
  if (shape.length < 2) return { placeOf: () => 0 };
  const inner = shapeSize(shape.slice(2));
  const example = inner * (shape[1] ?? 1);
  return { placeOf: (element) => Math.floor(element / example) * inner + (element % inner) };
}

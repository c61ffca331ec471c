import { NdArray } from '@myelin/core';
import { cast, floor, multiply, reshape, slice, stack, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The axis of a matrix along which two numbers share a byte: the first or the last. */
export type PackedAxis = 0 | -1;

/** The shape of the bytes. */
export function packedShape([rows, columns]: readonly [number, number], axis: PackedAxis): [number, number] {
  return axis === 0 ? [Math.ceil(rows / 2), columns] : [rows, Math.ceil(columns / 2)];
}

/**
 * Two numbers from -8 to 7 in a byte: the first in its low half, the second in its high half, 0 where there is no second.
 *
 * @see Keras `keras.quantizers.pack_int4`
 */
export function packInt4(values: Int8Array, matrix: readonly [number, number], axis: PackedAxis): NdArray {
  const shape = packedShape(matrix, axis);
  const bytes = new Int8Array(shape[0] * shape[1]);
  values.forEach((value, i) => {
    const [place, isHigh] = byteOf(i, matrix, axis);
    bytes[place] = (bytes[place] ?? 0) | (isHigh ? value << 4 : value & 15);
  });
  return new NdArray(bytes, shape);
}

/** What {@link packInt4} was given. */
export function unpackInt4(bytes: Int8Array, matrix: readonly [number, number], axis: PackedAxis): Int8Array {
  return Int8Array.from({ length: matrix[0] * matrix[1] }, (_, i) => {
    const [place, isHigh] = byteOf(i, matrix, axis);
    const byte = bytes[place] ?? 0;
    return isHigh ? byte >> 4 : (byte << 28) >> 28;
  });
}

/** Which byte has the number at a place of a matrix, and whether in its high half. */
function byteOf(
  i: number,
  [, columns]: readonly [number, number],
  axis: PackedAxis,
): [place: number, isHigh: boolean] {
  const [row, column] = [Math.floor(i / columns), i % columns];
  if (axis === 0) return [(row >> 1) * columns + column, row % 2 === 1];
  return [row * Math.ceil(columns / 2) + (column >> 1), column % 2 === 1];
}

/**
 * The numbers of a tensor of bytes, as floats: programs have no kernels for bits, but `b = 16 · high + low` holds.
 *
 * Packed along axis 0 it is a matrix; packed along its last axis it may have any axes before.
 *
 * @see Keras `keras.quantizers.unpack_int4`
 */
export function unpackedInt4(packed: Tensor, axis: PackedAxis, length: number): Tensor {
  const bytes = cast(packed, { dtype: 'float32' });
  const high = floor(multiply(bytes, 1 / 16));
  const rest = subtract(bytes, multiply(high, 16));
  const low = subtract(rest, multiply(floor(multiply(rest, 1 / 8)), 16));
  const [rows = 0, columns = 0] = bytes.shape;
  const before = bytes.shape.slice(0, -1);
  const newshape = axis === 0 ? [2 * rows, columns] : [...before, 2 * (bytes.shape.at(-1) ?? 0)];
  const both = reshape(stack([low, high], { axis: axis === 0 ? 1 : bytes.rank }), { newshape });
  if (both.shape.at(axis) === length) return both;
  const shape = axis === 0 ? [length, columns] : [...before, length];
  return slice(both, { startIndices: shape.map(() => 0), shape });
}

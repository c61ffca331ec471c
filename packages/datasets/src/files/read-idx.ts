import { type ArrayData, FormatError, NdArray, formatShape, shapeSize } from '@myelin/core';

/**
 * An array in the IDX format, in which MNIST and its relatives come: two zero bytes, type, rank, sizes, elements.
 *
 * Reads bytes, 32-bit integers and floats of 32 and 64 bits, all big-endian.
 *
 * @example
 * ```ts
 * readIdx(new Uint8Array([0, 0, 8, 1, 0, 0, 0, 2, 7, 9])).toArray(); // [7, 9]
 * ```
 * @param name - What errors call the file.
 * @throws FormatError when the bytes are not IDX, or more or fewer than the header announces.
 */
export function readIdx(bytes: Uint8Array, name = 'IDX file'): NdArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = (expected: string, got: string): FormatError => new FormatError({ who: name, expected, got });
  if (bytes.length < 4 || view.getUint16(0) !== 0) {
    throw wrong('an IDX header, two zero bytes first', `${bytes.length} bytes that start otherwise`);
  }
  const type = view.getUint8(2);
  const element = elementTypes[type];
  if (element === undefined) throw wrong('a type of element of 8, 12, 13 or 14 in byte 2', String(type));
  const rank = view.getUint8(3);
  const start = 4 + 4 * rank;
  if (bytes.length < start) throw wrong(`a header of ${start} bytes`, `${bytes.length} bytes`);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const expected = start + shapeSize(shape) * element.size;
  if (bytes.length !== expected) {
    throw wrong(`${expected} bytes for an array of shape ${formatShape(shape)}`, `${bytes.length} bytes`);
  }
  return new NdArray(element.read(view, start, shapeSize(shape)), shape);
}

interface ElementType {
  readonly size: number;
  read(view: DataView, start: number, count: number): ArrayData;
}

const elementTypes: Readonly<Record<number, ElementType>> = {
  0x08: {
    size: 1,
    read: (view, start, count) => new Uint8Array(view.buffer, view.byteOffset + start, count),
  },
  0x0c: {
    size: 4,
    read: (view, start, count) => Int32Array.from({ length: count }, (_, i) => view.getInt32(start + 4 * i)),
  },
  0x0d: {
    size: 4,
    read: (view, start, count) =>
      Float32Array.from({ length: count }, (_, i) => view.getFloat32(start + 4 * i)),
  },
  0x0e: {
    size: 8,
    read: (view, start, count) =>
      Float64Array.from({ length: count }, (_, i) => view.getFloat64(start + 8 * i)),
  },
};

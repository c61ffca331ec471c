import { type Hdf5Data, numericArrays } from '../dtype.js';
import { Cursor } from './cursor.js';
import type { Datatype } from './datatype.js';
import { readVariableString } from './global-heap.js';
import type { OpenFile } from './open-file.js';

/** The elements that `bytes` hold: a view of them where they lie ready in memory, else a copy. */
export function readElements(file: OpenFile, type: Datatype, bytes: Uint8Array): Hdf5Data {
  switch (type.kind) {
    case 'number':
      return view(type.dtype, type.bigEndian && type.size > 1 ? swapped(bytes, type.size) : bytes);
    case 'opaque':
      return view('bfloat16', bytes);
    case 'fixedString':
      return fixedStrings(bytes, type);
    case 'variableString':
      return variableStrings(file, bytes);
  }
}

function view(dtype: keyof typeof numericArrays, bytes: Uint8Array): Hdf5Data {
  const array = numericArrays[dtype];
  const size = array.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return new array(aligned.buffer, aligned.byteOffset, aligned.length / size);
}

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at < copy.length; at += size) copy.subarray(at, at + size).reverse();
  return copy;
}

function fixedStrings(bytes: Uint8Array, type: Datatype & { kind: 'fixedString' }): string[] {
  const { size, padding } = type;
  const cursor = new Cursor(bytes, 0, 0, bytes.length);
  return Array.from({ length: bytes.length / size }, () => {
    const field = cursor.bytes(size);
    return cursor.decode(field.subarray(0, contentLength(field, padding)));
  });
}

function contentLength(field: Uint8Array, padding: string): number {
  if (padding === 'null-terminated') {
    const end = field.indexOf(0);
    return end < 0 ? field.length : end;
  }
  const filler = padding === 'space' ? 0x20 : 0;
  return field.findLastIndex((byte) => byte !== filler) + 1;
}

function variableStrings(file: OpenFile, bytes: Uint8Array): string[] {
  const cursor = new Cursor(bytes, 0, 0, bytes.length);
  return Array.from({ length: bytes.length / 16 }, () => readVariableString(file, cursor));
}

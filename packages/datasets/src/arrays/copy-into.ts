import type { ArrayData } from '@myelin/core';

/** Copies all elements of `source` to `target` from index `offset` on; both hold the same type of element. */
export function copyInto(target: ArrayData, offset: number, source: ArrayData): void {
  if (Array.isArray(target) || Array.isArray(source)) {
    for (let i = 0; i < source.length; i++) target[offset + i] = source[i] ?? '';
    return;
  }
  bytesOf(target).set(bytesOf(source), offset * target.BYTES_PER_ELEMENT);
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

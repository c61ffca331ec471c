import type { Cursor } from './cursor.js';

/** The bytes of an element that was never written; undefined for zeros. */
export function readFillValue(cursor: Cursor | undefined, elementSize: number): Uint8Array | undefined {
  if (cursor === undefined) return undefined;
  const version = cursor.version('fill value', 1, 2, 3);
  const flags = version === 3 ? cursor.u8() : cursor.skip(2).u8();
  const isDefined = version === 1 || (flags & (version === 3 ? 0x20 : 1)) !== 0;
  const size = isDefined ? cursor.u32() : 0;
  if (size === 0) return undefined;
  if (size !== elementSize) throw cursor.error(`a fill value of ${elementSize} bytes`, String(size));
  const value = cursor.bytes(size);
  return value.every((byte) => byte === 0) ? undefined : value;
}

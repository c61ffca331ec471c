import type { Cursor } from './cursor.js';

/** Where the elements of a dataset lie. */
export type Layout =
  | { readonly kind: 'compact'; readonly data: Cursor }
  | { readonly kind: 'contiguous'; readonly address: number | undefined; readonly byteLength: number }
  /** `shape` of one chunk; the address is that of the B-tree. */
  | { readonly kind: 'chunked'; readonly address: number | undefined; readonly shape: readonly number[] };

/** @see HDF5 File Format Specification 3.0, section IV.A.2.i. */
export function readLayout(cursor: Cursor, rank: number, elementSize: number): Layout {
  const version = cursor.version('data layout', 3, 4);
  const layoutClass = cursor.u8();
  if (layoutClass === 0) return { kind: 'compact', data: cursor.part(cursor.u16()) };
  if (layoutClass === 1) return { kind: 'contiguous', address: cursor.address(), byteLength: cursor.size() };
  if (layoutClass !== 2 || version !== 3) {
    const got =
      layoutClass === 2 ? 'an index of libver="latest"' : `layout ${layoutClass} (virtual or unknown)`;
    throw cursor.error('data in one piece, or chunks in a B-tree of version 1', got);
  }
  const axes = cursor.u8();
  const address = cursor.address();
  const shape = Array.from({ length: axes }, () => cursor.u32());
  if (shape.pop() !== elementSize || shape.length !== rank || shape.includes(0)) {
    throw cursor.error(`chunks with ${rank} axes of ${elementSize} bytes an element`, `[${shape}]`);
  }
  return { kind: 'chunked', address, shape };
}

import { Hdf5Error } from '../hdf5-error.js';
import type { Inflate } from '../limits.js';
import type { Cursor } from './cursor.js';
import { fletcher32 } from './fletcher32.js';

const filterNames: Readonly<Record<number, string>> = {
  1: 'deflate',
  2: 'shuffle',
  3: 'fletcher32',
  4: 'szip',
  5: 'nbit',
  6: 'scaleoffset',
  32000: 'lzf',
};

export type Filter = 'deflate' | 'shuffle' | 'fletcher32';

/** The filters of a dataset, in the order in which they were applied. */
export function readFilters(cursor: Cursor | undefined): Filter[] {
  if (cursor === undefined) return [];
  const version = cursor.version('filter pipeline', 1, 2);
  const count = cursor.u8();
  if (version === 1) cursor.skip(6);
  const filters = Array.from({ length: count }, () => readFilter(cursor, version));
  if (new Set(filters).size < count) throw cursor.error('each filter once', filters.join(', '));
  return filters;
}

function readFilter(cursor: Cursor, version: number): Filter {
  const id = cursor.u16();
  const hasName = version === 1 || id >= 256;
  const nameLength = hasName ? cursor.u16() : 0;
  const valueCount = cursor.skip(2).u16();
  cursor.skip(version === 1 ? (nameLength + 7) & ~7 : nameLength);
  cursor.skip(4 * valueCount);
  if (version === 1 && valueCount % 2 === 1) cursor.skip(4);
  const name = filterNames[id] ?? String(id);
  if (name === 'deflate' || name === 'shuffle' || name === 'fletcher32') return name;
  throw cursor.error('the filters deflate, shuffle and fletcher32', name);
}

/** What a chunk was before it was filtered. */
export interface Chunk {
  readonly byteLength: number;
  readonly elementSize: number;
  /** A bit set for each filter that this chunk was spared. */
  readonly mask: number;
  /** For errors. */
  readonly place: string;
}

/** Undoes the filters: from what is stored to `chunk.byteLength` bytes. */
export function unfilter(
  stored: Uint8Array,
  filters: readonly Filter[],
  chunk: Chunk,
  inflate: Inflate | undefined,
): Uint8Array {
  const applied = filters.filter((_, i) => (chunk.mask & (1 << i)) === 0);
  let bytes = stored;
  for (const [i, filter] of [...applied.entries()].reverse()) {
    if (filter === 'fletcher32') bytes = checked(bytes, chunk.place);
    else if (filter === 'shuffle') bytes = unshuffled(bytes, chunk.elementSize);
    else {
      const checksums = applied.slice(0, i).includes('fletcher32') ? 4 : 0;
      bytes = inflated(bytes, chunk.byteLength + checksums, inflate, chunk.place);
    }
  }
  if (bytes.length !== chunk.byteLength) {
    const got = `${bytes.length} after ${applied.join(', ') || 'no filter'}`;
    throw new Hdf5Error({ place: chunk.place, expected: `a chunk of ${chunk.byteLength} bytes`, got });
  }
  return bytes;
}

function checked(bytes: Uint8Array, place: string): Uint8Array {
  if (bytes.length < 4) {
    throw new Hdf5Error({ place, expected: 'a chunk and its checksum', got: `${bytes.length} bytes` });
  }
  const content = bytes.subarray(0, -4);
  const stored = new DataView(bytes.buffer, bytes.byteOffset + content.length).getUint32(0, true);
  const sum = fletcher32(content);
  if (sum !== stored) throw new Hdf5Error({ place, expected: `the checksum ${stored}`, got: String(sum) });
  return content;
}

/** From all first bytes, all second bytes, ... to whole elements. */
function unshuffled(bytes: Uint8Array, elementSize: number): Uint8Array {
  const count = Math.floor(bytes.length / elementSize);
  const out = new Uint8Array(bytes);
  for (let byte = 0, from = 0; byte < elementSize; byte++) {
    for (let to = byte, i = 0; i < count; i++, to += elementSize) out[to] = bytes[from++] ?? 0;
  }
  return out;
}

function inflated(
  bytes: Uint8Array,
  length: number,
  inflate: Inflate | undefined,
  place: string,
): Uint8Array {
  if (inflate === undefined) {
    throw new Hdf5Error({ place, expected: 'the option `inflate`, to read compressed data', got: 'none' });
  }
  let out: Uint8Array;
  try {
    out = inflate(bytes, length);
  } catch (cause) {
    throw new Hdf5Error({ place, expected: 'a sound zlib stream', got: 'a damaged one', cause });
  }
  if (out.length !== length) {
    throw new Hdf5Error({ place, expected: `${length} inflated bytes`, got: String(out.length) });
  }
  return out;
}

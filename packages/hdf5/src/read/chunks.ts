import { elementCount } from '../dtype.js';
import { Hdf5Error } from '../hdf5-error.js';
import { type Filter, unfilter } from './filters.js';
import type { OpenFile } from './open-file.js';

/** A chunk as its tree lists it. */
interface StoredChunk {
  readonly address: number;
  readonly storedLength: number;
  /** Of filters that were not applied. */
  readonly mask: number;
  /** Index of its first element on each axis. */
  readonly offset: readonly number[];
}

/** An array cut into chunks of equal shape. */
export interface ChunkedArray {
  readonly tree: number;
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[];
  readonly elementSize: number;
  readonly filters: readonly Filter[];
}

/**
 * Lists the chunks in the B-tree.
 *
 * @see HDF5 File Format Specification 3.0, section III.A.1, node type 1.
 */
export function readChunkTree(file: OpenFile, array: ChunkedArray): StoredChunk[] {
  const { shape, chunkShape } = array;
  const chunks: StoredChunk[] = [];
  const possible = elementCount(shape.map((length, axis) => Math.ceil(length / (chunkShape[axis] ?? 1))));
  const visit = (address: number, expectedLevel: number | undefined): void => {
    const prefix = file.cursor(address, 8).signature('TREE');
    const type = prefix.u8();
    const level = prefix.u8();
    if (type !== 1) throw prefix.error('a tree of chunks', `one of type ${type}`);
    if (level !== (expectedLevel ?? level)) throw prefix.error(`tree level ${expectedLevel}`, String(level));
    const count = prefix.u16();
    const keyLength = 16 + 8 * shape.length;
    const cursor = file.claim(address, 24 + count * (keyLength + 8) + keyLength).skip(24);
    for (let i = 0; i < count; i++) {
      const storedLength = cursor.u32();
      const mask = cursor.u32();
      const offset = shape.map(() => cursor.size());
      const child = cursor.skip(8).target('a chunk');
      if (level > 0) visit(child, level - 1);
      else {
        const fits = offset.every(
          (start, axis) => start < (shape[axis] ?? 0) && start % (chunkShape[axis] ?? 1) === 0,
        );
        if (!fits) throw cursor.error(`a chunk inside [${shape}]`, `one at [${offset}]`);
        chunks.push({ address: child, storedLength, mask, offset });
        if (chunks.length > possible) throw cursor.error(`at most ${possible} chunks`, 'more');
      }
    }
  };
  visit(array.tree, undefined);
  return chunks;
}

/** Writes the elements of all chunks to their places in `target`. */
export function readChunks(
  file: OpenFile,
  array: ChunkedArray,
  chunks: readonly StoredChunk[],
  target: Uint8Array,
): void {
  const byteLength = elementCount(array.chunkShape) * array.elementSize;
  if (chunks.length * byteLength > file.maxBytes) {
    const place = `byte ${array.tree}`;
    const got = `${chunks.length} of ${byteLength} bytes`;
    throw new Hdf5Error({ place, expected: `chunks of at most ${file.maxBytes} bytes in all`, got });
  }
  for (const { address, storedLength, mask, offset } of chunks) {
    const stored = file.cursor(address, storedLength).bytes(storedLength);
    const { elementSize, filters } = array;
    const chunk = { byteLength, elementSize, mask, place: `chunk at byte ${address}` };
    placeChunk(unfilter(stored, filters, chunk, file.inflate), offset, array, target);
  }
}

/** Copies row by row what of the chunk lies inside the array: chunks at the border reach beyond it. */
function placeChunk(
  bytes: Uint8Array,
  offset: readonly number[],
  array: ChunkedArray,
  target: Uint8Array,
): void {
  const { shape, chunkShape, elementSize } = array;
  const copy = (axis: number, from: number, to: number): void => {
    const start = offset[axis] ?? 0;
    const length = shape[axis] ?? 1;
    const chunkLength = chunkShape[axis] ?? 1;
    const count = Math.min(chunkLength, length - start);
    const first = to * length + start;
    if (axis >= shape.length - 1) {
      const row = bytes.subarray(
        from * chunkLength * elementSize,
        (from * chunkLength + count) * elementSize,
      );
      target.set(row, first * elementSize);
      return;
    }
    for (let i = 0; i < count; i++) copy(axis + 1, from * chunkLength + i, first + i);
  };
  copy(0, 0, 0);
}

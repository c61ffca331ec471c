import { Hdf5Error } from '../hdf5-error.js';
import type { Hdf5ReadOptions } from '../limits.js';
import { OpenFile } from './open-file.js';

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** A file and the address of its root group. */
export interface Superblock {
  readonly file: OpenFile;
  readonly root: number;
}

/**
 * Finds the superblock, at byte 0 or after a user block, and reads it.
 *
 * @see HDF5 File Format Specification 3.0, section II.A.
 */
export function readSuperblock(bytes: Uint8Array, options: Hdf5ReadOptions): Superblock {
  const base = findSignature(bytes);
  // Not `subarray`: Node's Buffer is a Uint8Array whose `slice` does not copy.
  const content = new Uint8Array(bytes.buffer, bytes.byteOffset + base, bytes.byteLength - base);
  const file = new OpenFile(content, base, options);
  const cursor = file.cursor(signature.length);
  const version = cursor.version('superblock', 0, 1, 2, 3);
  if (version < 2) cursor.skip(4);
  for (const what of ['addresses', 'lengths']) {
    const size = cursor.u8();
    if (size !== 8) throw cursor.error(`${what} of 8 bytes`, String(size));
  }
  // Group sizes and flags; in version 1 also the size of chunk trees.
  cursor.skip([9, 13, 1, 1][version] ?? 0);
  const statedBase = cursor.size();
  cursor.skip(8);
  const end = cursor.size() - statedBase;
  if (end > file.length)
    throw cursor.error(`a file of ${base + end} bytes`, `${bytes.length}: it is cut short`);
  // Driver information, then the root's entry, which starts with its name.
  if (version < 2) cursor.skip(16);
  return { file, root: cursor.target('the root group') };
}

function findSignature(bytes: Uint8Array): number {
  for (let at = 0; at + signature.length <= bytes.length; at = at === 0 ? 512 : at * 2) {
    if (signature.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  throw new Hdf5Error({
    place: 'byte 0',
    expected: 'the signature of an HDF5 file',
    got: `${bytes.length} bytes without it`,
  });
}

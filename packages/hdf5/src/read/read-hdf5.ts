import type { Hdf5ReadOptions } from '../limits.js';
import { type Hdf5Group, openRoot } from './nodes.js';
import { readSuperblock } from './superblock.js';

/**
 * Opens an HDF5 file that lies in memory, and returns its root group.
 *
 * Reads what h5py and Keras write: groups, attributes, numbers, booleans, strings, contiguous, compact and chunked data.
 * Nothing outside the bytes is ever touched: soft and external links, external storage and virtual datasets are refused.
 *
 * @example
 * ```ts
 * const x = { dtype: 'int32', shape: [2], data: new Int32Array([3, 4]) } as const;
 * const file = readHdf5(writeHdf5({ children: { group: { children: { x } } } }));
 * file.dataset('group/x').read(); // [3, 4]
 * ```
 * @throws Hdf5Error, now or when a member is read, if the bytes are damaged, hostile or beyond what is supported.
 * @see The HDF Group: HDF5 File Format Specification, version 3.0.
 */
export function readHdf5(bytes: Uint8Array, options: Hdf5ReadOptions = {}): Hdf5Group {
  const { file, root } = readSuperblock(bytes, options);
  return openRoot(file, root);
}

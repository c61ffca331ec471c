import { Hdf5Error } from '../hdf5-error.js';
import { defaultMaxDepth } from '../limits.js';
import { encodeArray } from './array-messages.js';
import { ByteWriter } from './byte-writer.js';
import {
  type Hdf5AttributeDescription,
  type Hdf5DatasetDescription,
  type Hdf5Entries,
  type Hdf5GroupDescription,
  entriesOf,
} from './description.js';
import { FileBuilder } from './file-builder.js';
import {
  type GroupTables,
  type Member,
  appendGroupTables,
  encodeSymbolTail,
  internalK,
  leafK,
} from './group-tables.js';
import { encodeAttribute, encodeMessage, encodeName, encodeObjectHeader } from './object-header.js';
import { StringHeap } from './string-heap.js';

const superblockLength = 96;

/**
 * The bytes of an HDF5 file with the groups, attributes and datasets of `root`.
 *
 * Written as h5py writes by default, so every HDF5 library reads it: contiguous data, texts as UTF-8 of variable length,
 * bfloat16 as Keras stores it (two opaque bytes and the attribute `dtype`).
 *
 * @example
 * ```ts
 * const x = { dtype: 'float32', shape: [], data: new Float32Array([0.5]), attributes: { unit: 'm' } } as const;
 * writeHdf5({ attributes: { names: ['x'] }, children: { x } }).length; // 5440
 * ```
 * @throws Hdf5Error when shape and data disagree, a name cannot be stored, or an attribute exceeds 64 KB.
 */
export function writeHdf5(root: Hdf5GroupDescription): Uint8Array<ArrayBuffer> {
  const file = new FileBuilder();
  const superblock = new Uint8Array(superblockLength);
  file.append(superblock);
  const writer: Writer = { file, strings: new StringHeap(file) };
  const { header, tables } = appendGroup(writer, root, '', 0);
  superblock.set(encodeSuperblock(file.length, header, tables));
  return file.build();
}

interface Writer {
  readonly file: FileBuilder;
  readonly strings: StringHeap;
}

/** Version 0. @see HDF5 File Format Specification 3.0, section II.A. */
function encodeSuperblock(fileLength: number, rootHeader: number, tables: GroupTables): Uint8Array {
  return new ByteWriter()
    .u8(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)
    .u8(0, 0, 0, 0, 0, 8, 8, 0)
    .u16(leafK)
    .u16(internalK)
    .u32(0)
    .u64(0)
    .u64(undefined)
    .u64(fileLength)
    .u64(undefined)
    .u64(0)
    .raw(encodeSymbolTail(rootHeader, tables)).bytes;
}

function appendGroup(
  writer: Writer,
  group: Hdf5GroupDescription,
  path: string,
  depth: number,
): { header: number; tables: GroupTables } {
  const place = path === '' ? '/' : path;
  if (depth > defaultMaxDepth) {
    throw new Hdf5Error({ place, expected: `at most ${defaultMaxDepth} nested groups`, got: 'more' });
  }
  const members = entriesOf(group.children).map(([name, child]): Member => {
    const childPath = `${path}/${name}`;
    const encoded = encodeMemberName(name, childPath);
    return 'data' in child
      ? { name: encoded, header: appendDataset(writer, child, childPath), tables: undefined }
      : { name: encoded, ...appendGroup(writer, child, childPath, depth + 1) };
  });
  const tables = appendGroupTables(writer.file, members);
  const table = encodeMessage(0x11, new ByteWriter().u64(tables.tree).u64(tables.heap).bytes, place);
  const header = encodeObjectHeader([table, ...encodeAttributes(writer, group.attributes, place)]);
  return { header: writer.file.append(header), tables };
}

function encodeMemberName(name: string, place: string): Uint8Array {
  if (name === '.' || name.includes('/')) {
    throw new Hdf5Error({ place, expected: 'a name without slashes', got: JSON.stringify(name) });
  }
  return encodeName(name, place);
}

function appendDataset({ file, strings }: Writer, dataset: Hdf5DatasetDescription, place: string): number {
  const { datatype, dataspace, data } = encodeArray(dataset, strings, place);
  const address = data.length === 0 ? undefined : file.append(data);
  const layout = new ByteWriter().u8(3, 1).u64(address).u64(data.length);
  const attributes = new Map(entriesOf(dataset.attributes));
  if (dataset.dtype === 'bfloat16') attributes.set('dtype', 'bfloat16');
  const header = encodeObjectHeader([
    encodeMessage(0x01, dataspace, place),
    encodeMessage(0x03, datatype, place, 1),
    // No fill value: space is taken late, and all of it is written.
    encodeMessage(0x05, new Uint8Array([2, 2, 2, 0]), place, 1),
    encodeMessage(0x08, layout.bytes, place),
    ...encodeAttributes({ file, strings }, attributes, place),
  ]);
  return file.append(header);
}

function encodeAttributes(
  { strings }: Writer,
  attributes: Hdf5Entries<Hdf5AttributeDescription> | undefined,
  place: string,
): Uint8Array[] {
  return entriesOf(attributes).map(([name, value]) => encodeAttribute(name, value, strings, place));
}

import { type Hdf5DType, elementCount } from '../dtype.js';
import { Hdf5Error } from '../hdf5-error.js';
import { readAttributes } from './attributes.js';
import { readChunks, readChunkTree } from './chunks.js';
import type { Cursor } from './cursor.js';
import { readDataspace } from './dataspace.js';
import { type Datatype, readDatatype } from './datatype.js';
import { readFillValue } from './fill-value.js';
import { readFilters } from './filters.js';
import { type Layout, readLayout } from './layout.js';
import { type ObjectHeader, messageType, readObjectHeader } from './object-header.js';
import type { OpenFile } from './open-file.js';

/** What the header of a dataset says. */
export interface StoredDataset {
  readonly type: Datatype;
  readonly dtype: Hdf5DType;
  readonly shape: readonly number[];
  readonly byteLength: number;
  /** The bytes of all elements: those of the file where they lie in one piece. */
  readonly readBytes: () => Uint8Array;
}

export function readStoredDataset(file: OpenFile, address: number): StoredDataset {
  const header = file.once(readObjectHeader, address);
  const external = header.first(messageType.externalFiles);
  if (external !== undefined) throw external.error('data in this file', 'external storage');
  const typeMessage = required(header, 'datatype', address);
  const type = readDatatype(typeMessage);
  const shape = readDataspace(required(header, 'dataspace', address));
  const layout = readLayout(required(header, 'layout', address), shape.length, type.size);
  const byteLength = elementCount(shape) * type.size;
  const dtype = datasetDType(file, address, type, typeMessage);
  const readBytes = dataReader(file, header, layout, { shape, byteLength, elementSize: type.size });
  return { type, dtype, shape, byteLength, readBytes };
}

function required(header: ObjectHeader, what: 'datatype' | 'dataspace' | 'layout', address: number): Cursor {
  const message = header.first(messageType[what]);
  if (message !== undefined) return message;
  throw new Hdf5Error({
    place: `byte ${address}`,
    expected: 'a group or a dataset',
    got: `an object without ${what}`,
  });
}

/** Keras writes bfloat16 as opaque elements of two bytes and names the type in an attribute. */
function datasetDType(file: OpenFile, address: number, type: Datatype, at: Cursor): Hdf5DType {
  if (type.kind === 'number') return type.dtype;
  if (type.kind !== 'opaque') return 'string';
  const named = file.once(readAttributes, address).get('dtype');
  if (type.size === 2 && named?.dtype === 'string' && named.read()[0] === 'bfloat16') return 'bfloat16';
  throw at.error('numbers, booleans or strings', `opaque elements of ${type.size} bytes`);
}

interface Extent {
  readonly shape: readonly number[];
  readonly byteLength: number;
  readonly elementSize: number;
}

function dataReader(file: OpenFile, header: ObjectHeader, layout: Layout, extent: Extent): () => Uint8Array {
  const { shape, byteLength, elementSize } = extent;
  if (byteLength === 0) return () => new Uint8Array();
  const fill = readFillValue(header.first(messageType.fillValue), elementSize);
  if (layout.kind === 'compact') return () => layout.data.fork().bytes(byteLength);
  const { address } = layout;
  if (address === undefined) return () => filled(byteLength, fill);
  if (layout.kind === 'contiguous') {
    return () => file.cursor(address, layout.byteLength).bytes(byteLength);
  }
  const filters = readFilters(header.first(messageType.filters));
  const array = { tree: address, shape, chunkShape: layout.shape, elementSize, filters };
  let chunks: ReturnType<typeof readChunkTree> | undefined;
  return () => {
    chunks ??= readChunkTree(file, array);
    const target = filled(byteLength, fill);
    readChunks(file, array, chunks, target);
    return target;
  };
}

function filled(byteLength: number, fill: Uint8Array | undefined): Uint8Array {
  const bytes = allocate(byteLength);
  if (fill !== undefined) for (let at = 0; at < byteLength; at += fill.length) bytes.set(fill, at);
  return bytes;
}

function allocate(byteLength: number): Uint8Array {
  try {
    return new Uint8Array(byteLength);
  } catch (cause) {
    const got = `${byteLength} bytes`;
    throw new Hdf5Error({ place: 'memory', expected: 'data that this machine can hold', got, cause });
  }
}

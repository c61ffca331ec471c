import { type Hdf5Data, type Hdf5DType, elementCount } from '../dtype.js';
import { within } from '../hdf5-error.js';
import type { Cursor } from './cursor.js';
import { readDataspace } from './dataspace.js';
import { type Datatype, readDatatype } from './datatype.js';
import { readElements } from './elements.js';
import { messageType, readObjectHeader } from './object-header.js';
import type { OpenFile } from './open-file.js';

/** The stored parts of an attribute. */
interface StoredAttribute {
  readonly name: string;
  readonly type: Cursor;
  readonly space: Cursor;
  readonly data: Cursor;
}

/** A small array beside a group or dataset, such as a name or a list of names. */
export class Hdf5Attribute {
  readonly #file: OpenFile;
  readonly #stored: StoredAttribute;

  constructor(file: OpenFile, stored: StoredAttribute) {
    this.#file = file;
    this.#stored = stored;
  }

  /** @throws Hdf5Error when the type is none of those that this package reads. */
  get dtype(): Hdf5DType {
    return this.#within(() => attributeDType(this.#type(), this.#stored.type));
  }

  /** `[]` of a single value. */
  get shape(): readonly number[] {
    return this.#within(() => readDataspace(this.#stored.space.fork()));
  }

  /** The elements in row-major order; one of a single value. @throws Hdf5Error */
  read(): Hdf5Data {
    return this.#within(() => {
      const type = this.#type();
      attributeDType(type, this.#stored.type);
      const byteLength = elementCount(this.shape) * type.size;
      return readElements(this.#file, type, this.#stored.data.fork().bytes(byteLength));
    });
  }

  #type(): Datatype {
    return readDatatype(this.#stored.type.fork());
  }

  #within<T>(action: () => T): T {
    return within(`/@${this.#stored.name}`, action);
  }
}

function attributeDType(type: Datatype, at: Cursor): Hdf5DType {
  if (type.kind === 'opaque') throw at.error('numbers, booleans or strings', 'opaque bytes');
  return type.kind === 'number' ? type.dtype : 'string';
}

/** The attributes of the object at `address`, by name. */
export function readAttributes(file: OpenFile, address: number): ReadonlyMap<string, Hdf5Attribute> {
  const header = file.once(readObjectHeader, address);
  for (const body of header.all(messageType.attributeInfo)) refuseDenseAttributes(body);
  const attributes = new Map<string, Hdf5Attribute>();
  for (const body of header.all(messageType.attribute)) {
    const stored = readAttribute(body);
    if (attributes.has(stored.name)) throw body.error('attributes that differ', `${stored.name} twice`);
    attributes.set(stored.name, new Hdf5Attribute(file, stored));
  }
  return attributes;
}

/** @see HDF5 File Format Specification 3.0, section IV.A.2.m. */
function readAttribute(body: Cursor): StoredAttribute {
  const version = body.version('attribute', 1, 2, 3);
  const flags = body.u8();
  if (version > 1 && flags !== 0) throw body.error('a type of its own', 'a shared type');
  const [nameLength, typeLength, spaceLength] = [body.u16(), body.u16(), body.u16()];
  if (version === 3) body.skip(1);
  const padded = (length: number): Cursor => {
    const part = body.part(length);
    if (version === 1) body.skip(-length & 7);
    return part;
  };
  const name = padded(nameLength).cString();
  return { name, type: padded(typeLength), space: padded(spaceLength), data: body };
}

function refuseDenseAttributes(body: Cursor): void {
  body.version('attribute information', 0);
  if (body.u8() & 1) body.skip(2);
  if (body.address() !== undefined)
    throw body.error('attributes in messages', 'dense storage, as of libver="latest"');
}

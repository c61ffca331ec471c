import { Hdf5Error } from '../hdf5-error.js';
import { encodeArray } from './array-messages.js';
import { ByteWriter } from './byte-writer.js';
import type { Hdf5AttributeDescription, Hdf5ArrayDescription } from './description.js';
import type { StringHeap } from './string-heap.js';

/** The format gives a message 16 bits for its length, and lengths are multiples of 8. */
const maxMessageLength = 65528;

/** A message of an object header: its type, its flags, its body padded to 8 bytes. */
export function encodeMessage(type: number, body: Uint8Array, place: string, flags = 0): Uint8Array {
  const padded = new ByteWriter().raw(body).pad();
  if (padded.length > maxMessageLength) {
    const got = `${padded.length} bytes`;
    throw new Hdf5Error({
      place,
      expected: `a shape or attribute of at most ${maxMessageLength} bytes`,
      got,
    });
  }
  return new ByteWriter().u16(type).u16(padded.length).u8(flags, 0, 0, 0).raw(padded.bytes).bytes;
}

/** An object header of version 1. @see HDF5 File Format Specification 3.0, section IV.A.1.a. */
export function encodeObjectHeader(messages: readonly Uint8Array[]): Uint8Array {
  const header = new ByteWriter().u8(1, 0).u16(messages.length).u32(1);
  header.u32(messages.reduce((total, message) => total + message.length, 0)).pad();
  for (const message of messages) header.raw(message);
  return header.bytes;
}

/** The message of an attribute; a list of texts longer than 4,000 does not fit into one. */
export function encodeAttribute(
  name: string,
  value: Hdf5AttributeDescription,
  strings: StringHeap,
  objectPath: string,
): Uint8Array {
  const place = `${objectPath} attribute ${name}`;
  const array = asArray(value);
  if (array.dtype === 'bfloat16') {
    throw new Hdf5Error({ place, expected: 'a type that attributes have', got: 'bfloat16' });
  }
  const { datatype, dataspace, data } = encodeArray(array, strings, place);
  const encodedName = encodeName(name, place);
  const body = new ByteWriter().u8(1, 0).u16(encodedName.length).u16(datatype.length).u16(dataspace.length);
  for (const part of [encodedName, datatype, dataspace]) body.raw(part).pad();
  return encodeMessage(0x0c, body.raw(data).bytes, place);
}

/** A name and the zero byte that ends it. */
export function encodeName(name: string, place: string): Uint8Array {
  if (name === '' || name.includes('\0')) {
    throw new Hdf5Error({ place, expected: 'a name without zero bytes', got: JSON.stringify(name) });
  }
  return new ByteWriter().text(name).u8(0).bytes;
}

function asArray(value: Hdf5AttributeDescription): Hdf5ArrayDescription {
  if (typeof value === 'string') return { dtype: 'string', shape: [], data: [value] };
  if ('dtype' in value) return value;
  return { dtype: 'string', shape: [value.length], data: value };
}

import type { NumericDType } from '../dtype.js';
import type { Cursor } from './cursor.js';

/** How elements lie in the file; `size` is the length of one in bytes. */
export type Datatype =
  | {
      readonly kind: 'number';
      readonly size: number;
      readonly dtype: NumericDType;
      readonly bigEndian: boolean;
    }
  | { readonly kind: 'opaque'; readonly size: number }
  | {
      readonly kind: 'fixedString';
      readonly size: number;
      readonly padding: 'null-terminated' | 'null' | 'space';
    }
  | { readonly kind: 'variableString'; readonly size: number };

const integers: readonly NumericDType[] = [
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
];

/** @see HDF5 File Format Specification 3.0, section IV.A.2.d. */
export function readDatatype(cursor: Cursor): Datatype {
  const start = cursor.fork();
  const classAndVersion = cursor.u8();
  const version = classAndVersion >> 4;
  if (version < 1 || version > 4) throw start.error('a datatype of version 1 to 4', String(version));
  const flags = cursor.u8() | (cursor.u8() << 8);
  const size = cursor.skip(1).u32();
  switch (classAndVersion & 15) {
    case 0:
      return readInteger(cursor, flags, size);
    case 1:
      return readFloat(cursor, flags, size);
    case 3: {
      const padding = (['null-terminated', 'null', 'space'] as const)[flags & 15];
      if (padding === undefined || size === 0) throw start.error('a string with content and padding', 'none');
      return { kind: 'fixedString', size, padding };
    }
    case 5:
      return { kind: 'opaque', size };
    case 8:
      return readEnumeration(cursor, version, flags);
    case 9:
      if ((flags & 15) !== 1 || size !== 16) throw start.error('variable-length strings', 'other sequences');
      return { kind: 'variableString', size };
    default:
      throw start.error(
        'numbers, booleans or strings',
        classNames[classAndVersion & 15] ?? 'an unknown type',
      );
  }
}

const classNames: Readonly<Record<number, string>> = {
  2: 'times',
  4: 'bit fields',
  6: 'compounds',
  7: 'references',
  10: 'arrays',
  11: 'complex numbers',
};

function readInteger(cursor: Cursor, flags: number, size: number): Datatype {
  const offset = cursor.u16();
  const precision = cursor.u16();
  const dtype = integers.find((name) => name === `${flags & 8 ? 'int' : 'uint'}${8 * size}`);
  if (dtype === undefined || offset !== 0 || precision !== 8 * size) {
    throw cursor.error('integers of 8, 16, 32 or 64 bits', `${precision} of ${8 * size} bits`);
  }
  return { kind: 'number', size, dtype, bigEndian: (flags & 1) !== 0 };
}

/** By size in bytes, bits of the exponent and of the fraction. */
const floats: Readonly<Record<string, NumericDType>> = {
  '2,5,10': 'float16',
  '2,8,7': 'bfloat16',
  '4,8,23': 'float32',
  '8,11,52': 'float64',
};

function readFloat(cursor: Cursor, flags: number, size: number): Datatype {
  cursor.skip(5);
  const exponent = cursor.u8();
  cursor.skip(1);
  const fraction = cursor.u8();
  const dtype = floats[`${size},${exponent},${fraction}`];
  if (dtype === undefined || flags & 0x40) {
    throw cursor.error(
      'IEEE floats or bfloat16',
      `${size} bytes with ${exponent} of exponent, ${fraction} of fraction`,
    );
  }
  return { kind: 'number', size, dtype, bigEndian: (flags & 1) !== 0 };
}

/** Booleans of h5py have the members FALSE and TRUE; other enumerations read as their numbers. */
function readEnumeration(cursor: Cursor, version: number, memberCount: number): Datatype {
  const base = readDatatype(cursor);
  if (base.kind !== 'number') throw cursor.error('an enumeration of numbers', base.kind);
  if (base.size !== 1 || memberCount !== 2) return base;
  const names = Array.from({ length: memberCount }, () => {
    const start = cursor.at;
    const name = cursor.cString();
    const length = cursor.at - start;
    if (version < 3) cursor.skip(-length & 7);
    return name;
  });
  const values = cursor.bytes(2);
  const isBool = names.join() === 'FALSE,TRUE' && values[0] === 0 && values[1] === 1;
  return isBool ? { ...base, dtype: 'bool' } : base;
}

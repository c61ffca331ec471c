import { closeSync, openSync, writeSync } from 'node:fs';

const types = { float32: '<f4', int32: '<i4', int64: '<i8', uint8: '|u1', bool: '|b1' };

/** Writes an array of numbers as NumPy reads it: the format of `numpy.lib.format`, version 1. */
export function writeNpy(file, { data, shape, dtype }) {
  if (!Object.hasOwn(types, dtype)) throw new Error(`${file}: no arrays of ${dtype}.`);
  const dictionary = `{'descr': '${types[dtype]}', 'fortran_order': False, 'shape': (${shape.map((size) => `${size},`).join(' ')}), }`;
  const text = dictionary.padEnd(Math.ceil((dictionary.length + 11) / 64) * 64 - 11) + '\n';
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length);
  const handle = openSync(file, 'w');
  writeSync(handle, Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(text)]));
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  for (let start = 0; start < bytes.length; start += 1 << 28) {
    writeSync(handle, bytes, start, Math.min(1 << 28, bytes.length - start));
  }
  closeSync(handle);
}

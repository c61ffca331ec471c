import { FormatError } from '@myelin/core';
import { crc32 } from './crc32.js';

const localSize = 30;
const centralSize = 46;
const endSize = 22;
/** What fits into the 32-bit fields of a plain zip. */
const maxBytes = 0xffffffff;

/** An archive whose members are stored as they are, in the order of the map. @throws FormatError beyond 4 GiB. */
export function writeZip(members: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...members].map(([name, data]) => ({
    name: new TextEncoder().encode(name),
    data,
    crc: crc32(data),
  }));
  const total = entries.reduce(
    (sum, { name, data }) => sum + localSize + centralSize + 2 * name.length + data.length,
    endSize,
  );
  if (total > maxBytes) {
    throw new FormatError({ who: 'writeZip', expected: 'less than 4 GiB', got: `${total} bytes` });
  }
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;

  /** The fields that the local and the central header share. */
  const fields = ({ name, data, crc }: (typeof entries)[number], from: number): void => {
    view.setUint16(from, 20, true);
    // Bit 11: names are UTF-8. Method 0: stored. The date is 1 January 1980, so that equal models give equal bytes.
    view.setUint16(from + 2, 0x800, true);
    view.setUint16(from + 8, 0x21, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, data.length, true);
    view.setUint32(from + 18, data.length, true);
    view.setUint16(from + 22, name.length, true);
  };

  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    fields(entry, at + 4);
    bytes.set(entry.name, at + localSize);
    bytes.set(entry.data, at + localSize + entry.name.length);
    at += localSize + entry.name.length + entry.data.length;
  }
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    fields(entry, at + 6);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    bytes.set(entry.name, at + centralSize);
    at += centralSize + entry.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

import type { Cursor } from './cursor.js';
import type { OpenFile } from './open-file.js';

/** Variable-length values by their number; a text is decoded once, however many references point to it. */
class GlobalHeap {
  readonly #values: ReadonlyMap<number, Uint8Array>;
  readonly #texts = new Map<number, string>();

  constructor(values: ReadonlyMap<number, Uint8Array>) {
    this.#values = values;
  }

  text(index: number, length: number, reference: Cursor): string {
    const known = this.#texts.get(index);
    const value = this.#values.get(index);
    if (value?.length !== length) {
      throw reference.error(
        `a text of ${length} bytes as number ${index} of its heap`,
        String(value?.length),
      );
    }
    const text = known ?? reference.decode(value);
    this.#texts.set(index, text);
    return text;
  }
}

/** @see HDF5 File Format Specification 3.0, section III.E. */
function readGlobalHeap(file: OpenFile, address: number): GlobalHeap {
  const prefix = file.cursor(address, 16).signature('GCOL');
  prefix.version('global heap', 1);
  const length = prefix.skip(3).size();
  const cursor = file.claim(address, length).skip(16);
  const values = new Map<number, Uint8Array>();
  while (cursor.remaining >= 16) {
    const index = cursor.u16();
    const size = cursor.skip(6).size();
    // Number 0 is the free rest.
    if (index === 0) break;
    values.set(index, cursor.bytes(size));
    cursor.skip(Math.min(-size & 7, cursor.remaining));
  }
  return new GlobalHeap(values);
}

/** The text that a reference of 16 bytes (length, address of the heap, number) points to. */
export function readVariableString(file: OpenFile, reference: Cursor): string {
  const length = reference.u32();
  const address = reference.address();
  const index = reference.u32();
  if (length === 0) return '';
  if (address === undefined) throw reference.error('the address of a global heap', 'none');
  return file.once(readGlobalHeap, address).text(index, length, reference);
}

import type { FileBuilder } from './file-builder.js';
import { ByteWriter } from './byte-writer.js';

/** Where a text is. */
export interface StringReference {
  readonly length: number;
  readonly heap: number | undefined;
  readonly index: number;
}

const heapLength = 4096;
const prefixLength = 16;
const encoder = new TextEncoder();

/**
 * Puts texts into global heaps of 4096 bytes, or larger ones for long texts.
 *
 * @see HDF5 File Format Specification 3.0, section III.E.
 */
export class StringHeap {
  readonly #file: FileBuilder;
  #bytes: Uint8Array = new Uint8Array();
  #address = 0;
  #used = 0;
  #index = 0;

  constructor(file: FileBuilder) {
    this.#file = file;
  }

  add(text: string): StringReference {
    const bytes = encoder.encode(text);
    if (bytes.length === 0) return { length: 0, heap: undefined, index: 0 };
    const entry = new ByteWriter()
      .u16(this.#index + 1)
      .padTo(8)
      .u64(bytes.length)
      .raw(bytes)
      .pad();
    if (this.#used + entry.length > this.#bytes.length) {
      this.#start(prefixLength + entry.length);
      return this.add(text);
    }
    this.#bytes.set(entry.bytes, this.#used);
    this.#used += entry.length;
    this.#index++;
    this.#markRest();
    return { length: bytes.length, heap: this.#address, index: this.#index };
  }

  #start(neededLength: number): void {
    this.#bytes = new Uint8Array(Math.max(heapLength, neededLength));
    this.#bytes.set(new ByteWriter().text('GCOL').u8(1).padTo(8).u64(this.#bytes.length).bytes);
    this.#address = this.#file.append(this.#bytes);
    this.#used = prefixLength;
    this.#index = 0;
  }

  /** The free rest is an entry with the number 0, unless it is too small for one. */
  #markRest(): void {
    const rest = this.#bytes.length - this.#used;
    if (rest >= prefixLength) this.#bytes.set(new ByteWriter().padTo(8).u64(rest).bytes, this.#used);
  }
}

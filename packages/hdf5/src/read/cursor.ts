import { Hdf5Error } from '../hdf5-error.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads little-endian numbers one after the other from a part of a file, and never outside that part. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #base: number;
  readonly #end: number;
  #at: number;

  /** @param base - Where `bytes` starts in the file: the length of the user block. */
  constructor(bytes: Uint8Array, base: number, at: number, end: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#base = base;
    this.#at = at;
    this.#end = end;
    if (end > bytes.length || at > end) {
      throw this.error(`${end - at} bytes inside the file`, `a file of ${base + bytes.length} bytes`);
    }
  }

  /** Address of the next byte. */
  get at(): number {
    return this.#at;
  }

  get remaining(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** An unsigned number of `width` bytes: a length. */
  size(width = 8): number {
    const start = this.#advance(width);
    let value = 0;
    for (let i = width - 1; i >= 0; i--) value = value * 256 + this.#view.getUint8(start + i);
    if (!Number.isSafeInteger(value)) throw this.error('a length below 2^53', String(value));
    return value;
  }

  /** An address, or undefined where nothing was allocated. */
  address(): number | undefined {
    const start = this.#at;
    if (this.bytes(8).every((byte) => byte === 0xff)) return undefined;
    this.#at = start;
    return this.size();
  }

  /** An address of something that must be there. */
  target(what: string): number {
    const address = this.address();
    if (address === undefined) throw this.error(`the address of ${what}`, 'none');
    return address;
  }

  bytes(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  skip(length: number): this {
    this.#advance(length);
    return this;
  }

  /** Another cursor at the same place. */
  fork(): Cursor {
    return new Cursor(this.#bytes, this.#base, this.#at, this.#end);
  }

  /** A part of the next `length` bytes, which this cursor passes over. */
  part(length: number): Cursor {
    const start = this.#advance(length);
    return new Cursor(this.#bytes, this.#base, start, start + length);
  }

  text(length: number): string {
    return this.decode(this.bytes(length));
  }

  /** Text up to a zero byte. */
  cString(): string {
    const rest = this.#bytes.subarray(this.#at, this.#end);
    const length = rest.indexOf(0);
    if (length < 0) throw this.error('text that ends with a zero byte', 'none');
    const text = this.text(length);
    this.skip(1);
    return text;
  }

  decode(bytes: Uint8Array): string {
    try {
      return utf8.decode(bytes);
    } catch (cause) {
      throw this.error('text in UTF-8', 'other bytes', cause);
    }
  }

  signature(expected: string): this {
    const got = String.fromCharCode(...this.bytes(expected.length));
    if (got !== expected) throw this.error(`the signature ${expected}`, JSON.stringify(got));
    return this;
  }

  version(what: string, ...known: readonly number[]): number {
    const version = this.u8();
    if (!known.includes(version))
      throw this.error(`version ${known.join(' or ')} of the ${what}`, String(version));
    return version;
  }

  error(expected: string, got: string, cause?: unknown): Hdf5Error {
    return new Hdf5Error({ place: `byte ${this.#base + this.#at}`, expected, got, cause });
  }

  #advance(length: number): number {
    const start = this.#at;
    if (length > this.#end - start) {
      throw this.error(`${length} more bytes`, `the end of this part after ${this.#end - start}`);
    }
    this.#at += length;
    return start;
  }
}

import { Hdf5Error } from '../hdf5-error.js';

const encoder = new TextEncoder();

/** Bytes in the making: little-endian numbers, text and other bytes one after the other. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  u8(...values: readonly number[]): this {
    return this.raw(values);
  }

  u16(value: number): this {
    return this.#number(value, 2);
  }

  u32(value: number): this {
    return this.#number(value, 4);
  }

  /** A length or an address; all ones if there is none. */
  u64(value: number | undefined): this {
    return value === undefined ? this.raw(new Uint8Array(8).fill(0xff)) : this.#number(value, 8);
  }

  text(text: string): this {
    return this.raw(encoder.encode(text));
  }

  raw(bytes: ArrayLike<number>): this {
    const start = this.#length;
    this.#length += bytes.length;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, start);
    return this;
  }

  /** Zeros up to a length. */
  padTo(length: number): this {
    return this.raw(new Uint8Array(length - this.#length));
  }

  /** Zeros up to a multiple of 8. */
  pad(): this {
    return this.padTo((this.#length + 7) & ~7);
  }

  #number(value: number, width: number): this {
    if (value >= 2 ** (8 * width)) {
      const expected = `a number of at most ${width} bytes`;
      throw new Hdf5Error({ place: 'writing', expected, got: String(value) });
    }
    const digits = Array.from({ length: width }, (_, i) => Math.floor(value / 2 ** (8 * i)) % 256);
    return this.raw(digits);
  }
}

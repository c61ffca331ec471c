import { Hdf5Error } from '../hdf5-error.js';
import { type Hdf5ReadOptions, type Inflate, limitsFor } from '../limits.js';
import { Cursor } from './cursor.js';

/**
 * The bytes of a file and what was read of them so far.
 *
 * Structures of a sound file do not overlap and each is read once, so together they are no longer than the file.
 * `claim` counts them and refuses more: whatever a hostile file points to, reading takes linear time.
 */
export class OpenFile {
  readonly #bytes: Uint8Array;
  readonly #base: number;
  readonly #read = new Map<unknown, Map<number, unknown>>();
  readonly inflate: Inflate | undefined;
  readonly maxDepth: number;
  readonly maxBytes: number;
  readonly maxObjects: number;
  #claimed = 0;
  #opened = 0;
  #dataBytes = 0;

  /** @param base - The length of the user block before `bytes`, for the places in errors. */
  constructor(bytes: Uint8Array, base: number, options: Hdf5ReadOptions) {
    this.#bytes = bytes;
    this.#base = base;
    const limits = limitsFor(bytes.length, options);
    this.maxDepth = limits.maxDepth;
    this.maxBytes = limits.maxBytes;
    this.maxObjects = limits.maxObjects;
    this.inflate = options.inflate;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Data, which may be read as often as the caller likes. */
  cursor(at: number, length: number = this.#bytes.length - at): Cursor {
    return new Cursor(this.#bytes, this.#base, at, at + length);
  }

  /** A structure of the file, read once. */
  claim(at: number, length: number): Cursor {
    const cursor = this.cursor(at, length);
    this.#claimed += length;
    if (this.#claimed > this.#bytes.length) {
      throw cursor.error('structures that do not overlap', 'more of them than the file has room for');
    }
    return cursor;
  }

  /** What `read` makes of the structure at `address`, read at the first call only. */
  once<T>(read: (file: OpenFile, address: number) => T, address: number): T {
    const known = this.#read.get(read) ?? new Map<number, unknown>();
    this.#read.set(read, known);
    if (!known.has(address)) known.set(address, read(this, address));
    return known.get(address) as T;
  }

  /** Counts a group or dataset: hard links may make a graph of which the tree of paths has no end. */
  countObject(path: string, depth: number): void {
    if (depth > this.maxDepth) {
      throw new Hdf5Error({ place: path, expected: `at most ${this.maxDepth} nested groups`, got: 'more' });
    }
    this.#opened++;
    if (this.#opened > this.maxObjects) {
      throw new Hdf5Error({ place: path, expected: `at most ${this.maxObjects} objects`, got: 'more' });
    }
  }

  /** Counts the bytes of a dataset. */
  countData(path: string, byteLength: number): void {
    if (this.#dataBytes + byteLength > this.maxBytes) {
      throw new Hdf5Error({
        place: path,
        expected: `data of at most ${this.maxBytes} bytes in a file of ${this.length} bytes`,
        got: `${this.#dataBytes} read so far and ${byteLength} more`,
      });
    }
    this.#dataBytes += byteLength;
  }
}

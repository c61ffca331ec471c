/**
 * Inflates a zlib stream (RFC 1950) that holds `length` bytes.
 *
 * It must not allocate much more than `length`; the reader checks that exactly `length` bytes came.
 */
export type Inflate = (data: Uint8Array, length: number) => Uint8Array;

/** How a file is read. */
export interface Hdf5ReadOptions {
  /** Needed for datasets compressed with gzip; this package has no decompressor of its own. */
  readonly inflate?: Inflate;
  /** Bytes that all datasets which are read may hold together. Default 4 GiB. */
  readonly maxBytes?: number;
  /** Groups and datasets that may be opened. Default 100,000. */
  readonly maxObjects?: number;
  /** Groups that may be nested. Default 128. */
  readonly maxDepth?: number;
}

export const defaultMaxDepth = 128;
const defaultMaxBytes = 2 ** 32;
const defaultMaxObjects = 100_000;

/** Deflate cannot shrink data further than about this. */
const greatestExpansion = 1032;
/** Data that may be declared, but not stored, in the smallest of files. */
const freeBytes = 2 ** 24;

/** The limits in force for a file of `fileBytes`. */
export function limitsFor(
  fileBytes: number,
  options: Hdf5ReadOptions,
): Required<Omit<Hdf5ReadOptions, 'inflate'>> {
  const plausible = Math.max(freeBytes, greatestExpansion * fileBytes);
  return {
    maxBytes: Math.min(options.maxBytes ?? defaultMaxBytes, plausible),
    maxObjects: options.maxObjects ?? defaultMaxObjects,
    maxDepth: options.maxDepth ?? defaultMaxDepth,
  };
}

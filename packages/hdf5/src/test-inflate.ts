import { inflateSync } from 'node:zlib';

/** @internal Node's zlib, for tests. */
export const inflate = (data: Uint8Array, length: number): Uint8Array =>
  inflateSync(data, { maxOutputLength: length });

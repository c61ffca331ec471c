import { ArgumentError } from '@myelin/core';
import { hasFiles, nodeModule } from './node-modules.js';

/** Where a file is: a path (in Node), a URL, or its bytes. */
export type FileSource = string | URL | Uint8Array | Blob;

/** What errors call a file. */
export function nameOf(source: FileSource): string {
  return typeof source === 'string' || source instanceof URL ? String(source) : 'the given bytes';
}

/** @param who - the function that the user called, for errors. */
export async function readBytes(source: FileSource, who: string): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  const remote = /^https?:|^blob:|^data:/.test(String(source)) || !hasFiles();
  try {
    if (!remote) return new Uint8Array(await nodeModule('node:fs/promises', who).readFile(source));
    const response = await fetch(source);
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new ArgumentError({
      who,
      expected: `a file at ${String(source)}`,
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

/** The file of another name in the same place. @throws ArgumentError for bytes, which have no place. */
export function besides(source: FileSource, name: string, who: string): string | URL {
  if (source instanceof URL) return new URL(name, source);
  if (typeof source === 'string') return source.replace(/[^/\\]*$/, () => name);
  throw new ArgumentError({
    who,
    expected: 'the path or the URL of an index of sharded weights, whose files lie beside it',
    got: 'the bytes of one',
  });
}

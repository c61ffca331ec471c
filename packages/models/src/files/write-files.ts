import { ArgumentError } from '@myelin/core';
import { nodeModule } from './node-modules.js';

/**
 * Writes files, by their paths: all beside their places first, then renames them in order, so that each is whole or as it
 * was.
 *
 * @param who - the function that the user called, for errors.
 */
export async function writeFiles(files: ReadonlyMap<string, Uint8Array>, who: string): Promise<void> {
  const { open, rename, rm } = nodeModule('node:fs/promises', who);
  const written = [...files].map(([path, bytes]) => ({
    path,
    bytes,
    temporary: `${path}.${globalThis.crypto.randomUUID()}.tmp`,
  }));
  try {
    for (const { temporary, bytes } of written) {
      const file = await open(temporary, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    for (const { temporary, path } of written) await rename(temporary, path);
  } catch (error) {
    for (const { temporary } of written) await rm(temporary, { force: true });
    throw new ArgumentError({
      who,
      expected: `a place to write ${[...files.keys()].join(', ')}`,
      got: error instanceof Error ? error.message : String(error),
      cause: error,
    });
  }
}

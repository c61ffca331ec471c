import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError, nearest } from '@myelin/core';

/** The bytes of a file that the user named. @throws ArgumentError when there is none, with the nearest name. */
export async function readInput(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true) return readFile(file);
  const near = found === undefined ? await nearestFile(file) : undefined;
  throw new ArgumentError({
    who: file,
    expected: 'a file',
    got: found === undefined ? 'none' : 'a folder',
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

async function nearestFile(file: string): Promise<string | undefined> {
  const folder = path.dirname(file);
  const near = nearest(path.basename(file), await readdir(folder).catch(() => []));
  return near === undefined ? undefined : path.join(folder, near);
}

import { StateError } from '@myelin/core';
import { type Node, node } from '../files/node.js';

/** A path, in Node; in a page the files of an `<input type="file" webkitdirectory>`. */
export type DataFolder = string | Iterable<File>;

/** A file that has not been read yet. */
export interface FolderFile {
  /** Below the folder, with `/` between names. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/** What is in a folder, in no order. */
export interface FolderContent {
  /** The files in it and in the folders below. */
  readonly files: readonly FolderFile[];
  /** The names of the folders directly in it; a page sees none that is empty. */
  readonly folders: readonly string[];
}

/**
 * What is in a folder.
 *
 * @param who - The function that was called, for errors.
 * @throws StateError when the folder cannot be read, and for a path in a page.
 */
export async function listFolder(folder: DataFolder, who: string): Promise<FolderContent> {
  if (typeof folder === 'string') return listPath(folder, who);
  const files = Array.from(folder, givenFile);
  return { files, folders: foldersIn(files.map(({ path }) => path)) };
}

function givenFile(file: File): FolderFile {
  // Files that a program makes itself in Node have no such path.
  const { webkitRelativePath = '' } = file as Partial<File>;
  return {
    // The first name is that of the chosen folder itself.
    path: webkitRelativePath.replace(/^[^/]*\//, '') || file.name,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

async function listPath(folder: string, who: string): Promise<FolderContent> {
  const here = node();
  if (here === undefined) {
    throw new StateError({
      who,
      expected: 'the files of a folder, in a page',
      got: `the path ${JSON.stringify(folder)}`,
      hint: 'Pass the `files` of an <input type="file" webkitdirectory>.',
    });
  }
  const paths = await pathsBelow(here, folder, '').catch((cause: unknown) => {
    throw new StateError({
      who,
      expected: 'a folder that can be read',
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  });
  const files = paths.filter((path) => !path.endsWith('/'));
  const read = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await here.fs.readFile(here.path.join(folder, ...path.split('/'))));
  return { files: files.map((path) => ({ path, read: () => read(path) })), folders: foldersIn(paths) };
}

/** Of files, and of folders with a `/` behind. Links are not followed out of the folder. */
async function pathsBelow(here: Node, folder: string, below: string): Promise<string[]> {
  const entries = await here.fs.readdir(here.path.join(folder, below), { withFileTypes: true });
  const paths = await Promise.all(
    entries.map(async (entry) => {
      const path = below + entry.name;
      return entry.isDirectory() ? [`${path}/`, ...(await pathsBelow(here, folder, `${path}/`))] : [path];
    }),
  );
  return paths.flat();
}

function foldersIn(paths: readonly string[]): string[] {
  const first = paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/')));
  return [...new Set(first)];
}

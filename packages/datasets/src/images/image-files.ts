import { StateError } from '@myelin/core';
import { type Node, node } from '../files/node.js';

/** An image that has not been read yet. */
export interface ImageFile {
  /** Below the folder, with `/` between names. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/** A path, in Node; in a page the files of an `<input type="file" webkitdirectory>`. */
export type ImageFolder = string | Iterable<File>;

const formats = /\.(png|jpe?g)$/i;

/** The PNG and JPEG files in a folder and in those below it, folder by folder, each by name. */
export async function imageFilesOf(folder: ImageFolder): Promise<ImageFile[]> {
  const files = typeof folder === 'string' ? await listFolder(folder) : Array.from(folder, givenFile);
  return inFolderOrder(files.filter(({ path }) => formats.test(path)));
}

/** As Python's sorted `os.walk` lists them. */
export function inFolderOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  const keyed = files.map((file) => {
    const slash = file.path.lastIndexOf('/');
    return { file, folder: file.path.slice(0, Math.max(slash, 0)), name: file.path.slice(slash + 1) };
  });
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return keyed.sort((a, b) => order(a.folder, b.folder) || order(a.name, b.name)).map(({ file }) => file);
}

function givenFile(file: File): ImageFile {
  return {
    // The first name is that of the chosen folder itself.
    path: file.webkitRelativePath.replace(/^[^/]*\//, '') || file.name,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

async function listFolder(folder: string): Promise<ImageFile[]> {
  const here = node();
  if (here === undefined) {
    throw new StateError({
      who: 'imageDatasetFromDirectory',
      expected: 'the files of a folder, in a page',
      got: `the path ${JSON.stringify(folder)}`,
      hint: 'Pass the `files` of an <input type="file" webkitdirectory>.',
    });
  }
  const paths = await pathsBelow(here, folder, '').catch((cause: unknown) => {
    throw new StateError({
      who: 'imageDatasetFromDirectory',
      expected: 'a folder that can be read',
      got: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  });
  return paths.map((path) => ({
    path,
    read: async () => new Uint8Array(await here.fs.readFile(here.path.join(folder, ...path.split('/')))),
  }));
}

/** Links are not followed out of the folder. */
async function pathsBelow(here: Node, folder: string, below: string): Promise<string[]> {
  const entries = await here.fs.readdir(here.path.join(folder, below), { withFileTypes: true });
  const paths = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? pathsBelow(here, folder, path) : [path];
    }),
  );
  return paths.flat();
}

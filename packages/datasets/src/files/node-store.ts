import { StateError } from '@myelin/core';
import type { Node } from './node.js';
import type { Part, Store } from './store.js';

/** A folder of files; one under way ends in `.part`, and is renamed when it is whole. */
export function nodeStore(node: Node, folder: string): Store {
  const pathOf = (name: string): string => node.path.join(folder, ...name.split('/'));
  return {
    read: (name) => readIfThere(node, pathOf(name)),
    remove: (name) => node.fs.rm(pathOf(name), { force: true }),
    openPart: (name) => openPart(node, pathOf(name)),
  };
}

/** The user's cache folder for Myelin: as XDG has it, and as macOS and Windows have it. */
export function cacheFolder({ env, os, path, platform }: Node): string {
  const home = os.homedir();
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'myelin', 'Cache');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'myelin');
  return path.join(env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'), 'myelin');
}

export async function readIfThere(node: Node, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await node.fs.readFile(path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function openPart({ fs, path }: Node, whole: string): Promise<Part> {
  const part = `${whole}.part`;
  const { O_CREAT, O_RDWR } = fs.constants;
  const file = await fs
    .mkdir(path.dirname(whole), { recursive: true })
    .then(() => fs.open(part, O_CREAT | O_RDWR))
    .catch((cause: unknown) => {
      throw new StateError({
        who: 'datasets',
        expected: 'a cache folder that can be written',
        got: cause instanceof Error ? cause.message : String(cause),
        hint: 'Pass another one as `cacheDir`.',
        cause,
      });
    });
  const { size } = await file.stat();
  return {
    size,
    // Two processes may fetch one file at once: they write the same bytes to the same places.
    write: async (bytes, position) => {
      await file.write(bytes, 0, bytes.length, position);
    },
    read: async () => new Uint8Array(await file.readFile()),
    close: () => file.close(),
    commit: async () => {
      await fs.rename(part, whole).catch((error: unknown) => {
        // Another process was faster: the whole file is there already.
        if (!isMissing(error)) throw error;
      });
    },
    discard: () => fs.rm(part, { force: true }),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

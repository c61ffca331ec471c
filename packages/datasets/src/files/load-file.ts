import { StateError } from '@myelin/core';
import { browserStore } from './browser-store.js';
import { type RetryOptions, fetchInto } from './fetch-into.js';
import { cacheFolder, nodeStore, readIfThere } from './node-store.js';
import { node } from './node.js';
import type { DownloadOptions, RemoteFile } from './remote-file.js';
import type { Store } from './store.js';
import { unpack } from './unpack.js';

export interface LoadOptions extends DownloadOptions {
  /** Folder that keeps downloads. Default: the user's cache folder. Browsers keep them in Cache Storage. */
  readonly cacheDir?: string;
}

export interface RemoteOptions extends LoadOptions {
  /** Folder on a server that has the files, for pages that may not fetch from the usual one. */
  readonly baseUrl?: string;
}

/**
 * The unpacked, checked content of a file: from the folder `MYELIN_DATA_MIRROR`, the cache, or its server.
 *
 * @throws FormatError when the mirror's file or the download has other content; the download is then forgotten.
 * @throws StateError when the download fails, or when there is no server to download from.
 */
export async function loadFile(file: RemoteFile, options: LoadOptions & RetryOptions): Promise<Uint8Array> {
  return (await fromMirror(file)) ?? (await fromStore(file, options));
}

/** The unpacked, checked content of a file in the folder `MYELIN_DATA_MIRROR`; undefined where it has none of that name. */
export async function fromMirror(file: Pick<RemoteFile, 'name' | 'sha256'>): Promise<Uint8Array | undefined> {
  const here = node();
  const folder = here?.env['MYELIN_DATA_MIRROR'];
  if (here === undefined || folder === undefined || folder === '') return undefined;
  const path = here.path.join(folder, ...file.name.split('/'));
  const bytes = await readIfThere(here, path);
  return bytes === undefined ? undefined : unpack(bytes, file.sha256, path);
}

async function fromStore(file: RemoteFile, options: LoadOptions & RetryOptions): Promise<Uint8Array> {
  const store = openStore(options.cacheDir);
  const kept = await store.read(file.name);
  if (kept !== undefined) {
    const content = await unpack(kept, file.sha256, file.name).catch(() => undefined);
    if (content !== undefined) return content;
    await store.remove(file.name);
  }
  const { url } = file;
  if (url === null) throw nowhere(file);
  const part = await store.openPart(file.name);
  const bytes = await fetchInto(part, { ...file, url }, options)
    .then(() => part.read())
    .finally(() => part.close());
  try {
    const content = await unpack(bytes, file.sha256, url);
    await part.commit();
    return content;
  } catch (error) {
    await part.discard();
    // The beginning may have come from another copy, packed otherwise.
    if (part.size > 0) return fromStore(file, options);
    throw error;
  }
}

function nowhere({ name, hint }: RemoteFile): StateError {
  return new StateError({
    who: name,
    expected: 'the file in the folder that MYELIN_DATA_MIRROR names, since no server is known to have it',
    got: 'none there',
    ...(hint === undefined ? {} : { hint }),
  });
}

function openStore(cacheDir: string | undefined): Store {
  const here = node();
  if (here !== undefined) return nodeStore(here, cacheDir ?? here.path.join(cacheFolder(here), 'datasets'));
  return browserStore((globalThis as { caches?: CacheStorage }).caches);
}

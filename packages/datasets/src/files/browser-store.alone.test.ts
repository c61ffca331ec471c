import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFile } from './load-file.js';

const content = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const file = {
  name: 'set/file.gz',
  url: 'https://example.org/file.gz',
  sha256: createHash('sha256').update(content).digest('hex'),
};

vi.mock('./node.js', () => ({ node: () => undefined }));

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page: a server that has the file, and the caches that are given. */
function page(caches?: object) {
  const fetched = vi.fn(() => Promise.resolve(new Response(gzipSync(content))));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('caches', caches);
  return fetched;
}

/** Cache Storage in a Map. */
function memoryCaches() {
  const kept = new Map<string, Response>();
  return {
    open: () =>
      Promise.resolve({
        match: (key: string) => Promise.resolve(kept.get(key)?.clone()),
        put: (key: string, response: Response) => Promise.resolve(kept.set(key, response)),
        delete: (key: string) => Promise.resolve(kept.delete(key)),
      }),
  };
}

describe('loadFile in a browser', () => {
  it('keeps the file in Cache Storage', async () => {
    const fetched = page(memoryCaches());
    expect(await loadFile(file, {})).toEqual(content);
    expect(await loadFile(file, {})).toEqual(content);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('works where nothing can be kept', async () => {
    const refusing = page({ open: () => Promise.reject(new Error('SecurityError')) });
    expect(await loadFile(file, {})).toEqual(content);
    expect(refusing).toHaveBeenCalledTimes(1);
    page(undefined);
    expect(await loadFile(file, {})).toEqual(content);
  });

  it('says that unsafe pages cannot check what they fetch', async () => {
    page(undefined);
    vi.stubGlobal('crypto', {});
    await expect(loadFile(file, {})).rejects.toThrow('a page served by https or localhost');
  });
});

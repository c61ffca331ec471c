import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadFile } from './load-file.js';
import type { DownloadProgress, RemoteFile } from './remote-file.js';

const sha256Of = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Bytes that do not compress, so that a file of them is long enough to be cut. */
const content = Buffer.concat(Array.from({ length: 10_000 }, (_, i) => sha256Of(String(i))));
const packed = gzipSync(content);
const sha256 = sha256Of(content).toString('hex');

let folder: string;
let server: Server;
let requests: { range: string | undefined }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myelin-datasets-'));
  requests = [];
  answer = serve(packed);
  server = createServer((request, response) => {
    requests.push({ range: request.headers.range });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('MYELIN_DATA_MIRROR', '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

/** Serves ranges of `bytes`; each answer is cut after `cutAfter` bytes. */
function serve(bytes: Uint8Array, cutAfter = Infinity) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (start >= bytes.length) {
      response.writeHead(416).end();
      return;
    }
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': bytes.length - start,
      ...(start > 0 ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}),
    });
    if (bytes.length - start <= cutAfter) response.end(bytes.subarray(start));
    else
      response.write(bytes.subarray(start, start + cutAfter), () => setTimeout(() => response.destroy(), 20));
  };
}

function remote(): RemoteFile {
  const { port } = server.address() as AddressInfo;
  return { name: 'set/file.gz', url: `http://127.0.0.1:${port}/file.gz`, sha256 };
}

/** Loads the file, compares it, and returns how many bytes it has. */
async function load(options: Partial<Parameters<typeof loadFile>[1]> = {}): Promise<number> {
  const loaded = await loadFile(remote(), { cacheDir: folder, waitMs: 1, ...options });
  expect(content.equals(loaded)).toBe(true);
  return loaded.length;
}
const kept = (): Promise<string[]> => readdir(join(folder, 'set'));

describe('loadFile', () => {
  it('downloads once, then reads the cache', async () => {
    expect(await load()).toBe(content.length);
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(1);
    expect(await kept()).toEqual(['file.gz']);
    expect(packed.equals(await readFile(join(folder, 'set/file.gz')))).toBe(true);
  });

  it('goes on where the connection was cut, and reports progress that only grows', async () => {
    answer = serve(packed, 100_000);
    const progress: DownloadProgress[] = [];
    expect(await load({ onProgress: (step) => progress.push(step) })).toBe(content.length);
    expect(requests[0]?.range).toBeUndefined();
    expect(requests.slice(1).every(({ range }) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true);
    expect(requests.length).toBeGreaterThanOrEqual(4);
    const loaded = progress.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual([...new Set(loaded)].sort((a, b) => a - b));
    expect(progress.at(-1)).toEqual({
      file: 'set/file.gz',
      loadedBytes: packed.length,
      totalBytes: packed.length,
    });
  });

  it('keeps what came before an abort, shows no half file, and goes on in the next call', async () => {
    const controller = new AbortController();
    answer = serve(packed, 100_000);
    const stopped = load({
      signal: controller.signal,
      onProgress: () => {
        controller.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await kept()).toEqual(['file.gz.part']);
    const soFar = (await readFile(join(folder, 'set/file.gz.part'))).length;
    expect(soFar).toBeGreaterThan(0);
    answer = serve(packed);
    expect(await load()).toBe(content.length);
    expect(requests.at(-1)?.range).toBe(`bytes=${soFar}-`);
    expect(await kept()).toEqual(['file.gz']);
  });

  it('starts over when the server knows no ranges', async () => {
    let first = true;
    answer = (request, response) => {
      delete request.headers.range;
      serve(packed, first ? 100_000 : Infinity)(request, response);
      first = false;
    };
    const loaded: number[] = [];
    expect(await load({ onProgress: ({ loadedBytes }) => loaded.push(loadedBytes) })).toBe(content.length);
    expect(loaded).toEqual([...new Set(loaded)].sort((a, b) => a - b));
    expect(requests).toHaveLength(2);
  });

  it('takes a part that lacks nothing', async () => {
    await mkdir(join(folder, 'set'));
    await writeFile(join(folder, 'set/file.gz.part'), packed);
    expect(await load()).toBe(content.length);
    expect(await kept()).toEqual(['file.gz']);
  });

  it('starts anew when the beginning came from another copy', async () => {
    await mkdir(join(folder, 'set'));
    await writeFile(
      join(folder, 'set/file.gz.part'),
      gzipSync(content, { level: 1 }).subarray(0, 5000).fill(7, 100),
    );
    expect(await load()).toBe(content.length);
    expect(requests.map(({ range }) => range)).toEqual(['bytes=5000-', undefined]);
  });

  it('refuses and removes other content', async () => {
    answer = serve(gzipSync(content.subarray(1)));
    await expect(load()).rejects.toMatchObject({
      name: 'FormatError',
      expected: `content with the SHA-256 ${sha256}`,
    });
    expect(await kept()).toEqual([]);
    answer = serve(packed.subarray(0, 1000));
    await expect(load()).rejects.toThrow('expected a whole gzip file, got a damaged one');
    expect(await kept()).toEqual([]);
  });

  it('accepts the content however it is packed, or not packed at all', async () => {
    answer = serve(gzipSync(content, { level: 0 }));
    expect(await load()).toBe(content.length);
    await rm(join(folder, 'set'), { recursive: true });
    answer = serve(content);
    expect(await load()).toBe(content.length);
  });

  it('downloads again what was damaged in the cache', async () => {
    await mkdir(join(folder, 'set'));
    await writeFile(join(folder, 'set/file.gz'), packed.subarray(0, 1000));
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(1);
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(1);
  });

  it('tries again when the server is busy, not when it refuses', async () => {
    const busy = vi.fn((_: IncomingMessage, response: ServerResponse) => response.writeHead(503).end());
    answer = (request, response) => {
      if (busy.mock.calls.length < 2) busy(request, response);
      else serve(packed)(request, response);
    };
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(3);
    await rm(join(folder, 'set'), { recursive: true });
    answer = (_, response) => response.writeHead(404).end();
    await expect(load()).rejects.toThrow(
      /set\/file\.gz: expected a download from http.*, got the answer 404\. .*MYELIN_DATA_MIRROR/,
    );
    expect(requests).toHaveLength(4);
  });

  it('gives up after five tries without a byte, and says why', async () => {
    answer = (_, response) => response.destroy();
    await expect(load()).rejects.toThrow(/got fetch failed \(.+\)\./);
    expect(requests).toHaveLength(5);
    expect((await readFile(join(folder, 'set/file.gz.part'))).length).toBe(0);
  });

  it('lets two programs fetch one file at once', async () => {
    answer = serve(packed, 60_000);
    const [one, two] = await Promise.all([load(), load()]);
    expect(one).toBe(content.length);
    expect(two).toBe(content.length);
    expect(await kept()).toEqual(['file.gz']);
  });

  it('prefers the mirror, and names its file when that is another one', async () => {
    const mirror = join(folder, 'mirror');
    await mkdir(join(mirror, 'set'), { recursive: true });
    vi.stubEnv('MYELIN_DATA_MIRROR', mirror);
    await writeFile(join(mirror, 'set/file.gz'), gzipSync(content, { level: 1 }));
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(0);
    await writeFile(join(mirror, 'set/file.gz'), gzipSync('other'));
    await expect(load()).rejects.toThrow(`${join(mirror, 'set/file.gz')}: expected content with the SHA-256`);
    await rm(join(mirror, 'set/file.gz'));
    expect(await load()).toBe(content.length);
    expect(requests).toHaveLength(1);
  });

  it('says what to do where no server has the file, and takes it from the mirror', async () => {
    const file: RemoteFile = { ...remote(), url: null, hint: 'Ask its authors.' };
    await expect(loadFile(file, { cacheDir: folder })).rejects.toThrow(
      /MYELIN_DATA_MIRROR.* Ask its authors\./,
    );
    await mkdir(join(folder, 'set'));
    await writeFile(join(folder, 'set', 'file.gz'), packed);
    vi.stubEnv('MYELIN_DATA_MIRROR', folder);
    expect(content.equals(await loadFile(file, { cacheDir: folder }))).toBe(true);
    expect(requests).toEqual([]);
  });

  it('says what to do where the cache cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(load({ cacheDir: join(folder, 'file') })).rejects.toThrow(
      /a cache folder that can be written.*`cacheDir`/s,
    );
  });
});

import { StateError } from '@myelin/core';
import type { DownloadOptions } from './remote-file.js';
import type { Part } from './store.js';

export interface RetryOptions {
  /** Tries in a row that bring nothing before it gives up. Default 5. */
  readonly tries?: number;
  /** Wait before the second try; doubles with every further one. Default 500. */
  readonly waitMs?: number;
}

/** What to fetch, and what errors call it. */
interface Source {
  readonly name: string;
  readonly url: string;
}

/**
 * Downloads what `part` still lacks of a file; goes on where the connection was cut.
 *
 * @throws StateError when the server refuses the file, or cannot be reached after several tries.
 */
export async function fetchInto(
  part: Part,
  file: Source,
  { onProgress, signal, tries = 5, waitMs = 500 }: DownloadOptions & RetryOptions,
): Promise<void> {
  let position = part.size;
  let reported = 0;
  let failures = 0;
  const write = async (bytes: Uint8Array<ArrayBuffer>, totalBytes: number | undefined): Promise<void> => {
    await part.write(bytes, position);
    position += bytes.length;
    failures = 0;
    if (position <= reported) return;
    reported = position;
    onProgress?.({ file: file.name, loadedBytes: position, totalBytes });
  };
  for (;;) {
    try {
      const answer = await request(file, position, signal);
      if (answer === 'complete') return;
      position = answer.start;
      for await (const bytes of chunks(answer.body)) await write(bytes, answer.totalBytes);
      if (answer.totalBytes === undefined || position >= answer.totalBytes) return;
      throw new Error(`the connection ended after ${position} of ${answer.totalBytes} bytes`);
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof StateError) throw cause;
      if (++failures >= tries) throw failed(file, reasonOf(cause), cause);
      await wait(waitMs * 2 ** (failures - 1), signal);
    }
  }
}

interface Answer {
  /** Where in the file the body begins. */
  readonly start: number;
  readonly totalBytes: number | undefined;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function request(
  file: Source,
  position: number,
  signal: AbortSignal | undefined,
): Promise<Answer | 'complete'> {
  // Without `identity` a server may pack the file once more, and the bytes would not be those it counts.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (position > 0) headers['range'] = `bytes=${position}-`;
  const response = await fetch(file.url, { headers, ...(signal === undefined ? {} : { signal }) });
  if (response.status === 416) return 'complete';
  if (response.status >= 500 || response.status === 429)
    throw new Error(`the server answered ${response.status}`);
  if (!response.ok || response.body === null) throw failed(file, `the answer ${response.status}`);
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  const start = response.status === 206 ? Number(range?.[1] ?? position) : 0;
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  return {
    start,
    totalBytes: length === null ? undefined : start + Number(length),
    body: response.body,
  };
}

async function* chunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** `fetch` says only that it failed; the reason is the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reasonOf(error.cause)})`;
}

function failed(file: Source, got: string, cause?: unknown): StateError {
  return new StateError({
    who: file.name,
    expected: `a download from ${file.url}`,
    got,
    hint: 'Without a network, put the file into a folder and name that folder in MYELIN_DATA_MIRROR.',
    cause,
  });
}

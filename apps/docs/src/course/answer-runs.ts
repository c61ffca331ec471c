/** The worker's side of `useRun`: everything that computes lies behind it, so that the page stays free. */
import { setSeed, useBackend } from '@myelin/core';
import { runtimes } from '../live/backends.js';
import type { RunCommand, RunEvent } from './run-messages.js';

/** How a run speaks with the page. */
export interface RunIo<News> {
  /** Shows how it goes; not more often than a reader can see. */
  readonly tell: (news: News) => void;
  /** The reader has pressed Stop: end early, with what there is. */
  readonly signal: AbortSignal;
}

/**
 * Runs what the page asks for, one at a time, on WebAssembly and from one seed, so that every reader sees the same.
 *
 * Call it once, at the top of a worker's module.
 */
export function answerRuns<Request, News, Result>(
  run: (request: Request, io: RunIo<News>) => Promise<Result>,
): void {
  let running: AbortController | undefined;
  const send = (event: RunEvent<News, Result>): void => {
    self.postMessage(event);
  };

  async function start(request: Request): Promise<void> {
    running = new AbortController();
    try {
      await useBackend(await runtimes.wasm());
      setSeed(1);
      const tell = (news: News): void => {
        send({ kind: 'news', news });
      };
      send({ kind: 'result', result: await run(request, { tell, signal: running.signal }) });
    } catch (error) {
      send({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
    } finally {
      running = undefined;
    }
  }

  self.addEventListener('message', ({ data }: MessageEvent<RunCommand<Request>>) => {
    if (data.kind === 'stop') running?.abort();
    else if (running === undefined) void start(data.request);
  });
}

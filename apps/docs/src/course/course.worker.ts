/** Everything that computes in the pages of lessons; one worker for all of them, so that they share what they load. */
import { setSeed, useBackend } from '@myelin/core';
import { runtimes } from '../live/backends.js';
import type { RunCommand, RunEvent } from './run-messages.js';
import { type RunName, runs } from './runs.js';

let running: AbortController | undefined;

function send(event: RunEvent<unknown, unknown>): void {
  self.postMessage(event);
}

/** Runs one thing at a time, on WebAssembly and from one seed, so that every reader sees the same. */
async function start(name: RunName, request: unknown): Promise<void> {
  running = new AbortController();
  try {
    const { run } = await runs[name]();
    await useBackend(await runtimes.wasm());
    setSeed(1);
    const tell = (news: unknown): void => {
      send({ kind: 'news', news });
    };
    send({ kind: 'result', result: await run(request as never, { tell, signal: running.signal }) });
  } catch (error) {
    send({ kind: 'error', message: error instanceof Error ? error.message : String(error) });
  } finally {
    running = undefined;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<RunCommand>) => {
  if (data.kind === 'stop') running?.abort();
  else if (running === undefined) void start(data.run, data.request);
});

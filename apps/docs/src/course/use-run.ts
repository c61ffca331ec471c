import { onBeforeUnmount, shallowReactive } from 'vue';
import type { RunCommand, RunEvent } from './run-messages.js';
import type { RunName } from './runs.js';

/** Whether something runs: nothing yet, running, told to stop, or there is a result. */
type RunPhase = 'idle' | 'running' | 'stopping' | 'done';

/** What a page shows of a run. */
export interface RunState<Result> {
  phase: RunPhase;
  result: Result | null;
  error: string | null;
}

/** A run in a worker, as a page holds it. */
export interface Run<Request, Result> {
  readonly state: RunState<Result>;
  /** Starts anew, and forgets the last result. */
  start(request: Request): void;
  stop(): void;
}

/** Runs something of `runs` in a worker, which is loaded at the first start, and kept. */
export function useRun<Request, News, Result>(
  name: RunName,
  { news }: { readonly news?: (news: News) => void } = {},
): Run<Request, Result> {
  const state = shallowReactive<RunState<Result>>({ phase: 'idle', result: null, error: null });
  let worker: Worker | undefined;

  const fail = (message: string): void => {
    Object.assign(state, { phase: 'idle', error: message });
  };
  const hear = (event: RunEvent<News, Result>): void => {
    switch (event.kind) {
      case 'news':
        news?.(event.news);
        return;
      case 'result':
        Object.assign(state, { phase: 'done', result: event.result });
        return;
      case 'error':
        fail(event.message);
    }
  };
  const send = (command: RunCommand): void => worker?.postMessage(command);

  onBeforeUnmount(() => worker?.terminate());
  return {
    state,
    start(request) {
      Object.assign(state, { phase: 'running', result: null, error: null });
      if (worker === undefined) {
        worker = new Worker(new URL('./course.worker.ts', import.meta.url), { type: 'module' });
        worker.addEventListener('message', ({ data }: MessageEvent<RunEvent<News, Result>>) => {
          hear(data);
        });
        worker.addEventListener('error', (event) => {
          fail(event.message || 'The worker could not be loaded.');
        });
      }
      send({ kind: 'start', run: name, request });
    },
    stop() {
      state.phase = 'stopping';
      send({ kind: 'stop' });
    },
  };
}

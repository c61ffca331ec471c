/** What a page and the worker that runs something for it say to each other. */
import type { RunName } from './runs.js';

export type RunCommand =
  { readonly kind: 'start'; readonly run: RunName; readonly request: unknown } | { readonly kind: 'stop' };

export type RunEvent<News, Result> =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'error'; readonly message: string };

/** How a run speaks with the page. */
interface RunIo<News> {
  /** Shows how it goes; not more often than a reader can see. */
  readonly tell: (news: News) => void;
  /** The reader has pressed Stop: end early, with what there is. */
  readonly signal: AbortSignal;
}

/** What a module of a run exports as `run`. */
export type RunFunction<Request, News, Result> = (request: Request, io: RunIo<News>) => Promise<Result>;

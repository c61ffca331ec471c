import { isNode } from '../../is-node.js';

/** How many threads programs may use, and why not more. */
export interface ThreadCount {
  readonly threads: number;
  readonly reason: string;
}

const most = 8;

/** Whether workers run the programs alone: the thread that draws a page may not wait, and has to stay free. */
export function needsWorkers(): boolean {
  return typeof document !== 'undefined' && typeof SharedArrayBuffer !== 'undefined';
}

/** The threads of this machine, as far as they can share memory. */
export function countThreads(asked: number | undefined): ThreadCount {
  if (asked === 1) return { threads: 1, reason: 'one thread was asked for' };
  if (typeof SharedArrayBuffer === 'undefined') {
    return { threads: 1, reason: 'memory can be shared only in a page that is cross-origin isolated' };
  }
  const cores = isNode()
    ? process.getBuiltinModule('node:os').availableParallelism()
    : navigator.hardwareConcurrency;
  const threads = Math.min(asked ?? most, cores);
  return {
    threads,
    reason: threads === cores ? `there are ${cores} cores` : `at most ${asked ?? most} threads are used`,
  };
}

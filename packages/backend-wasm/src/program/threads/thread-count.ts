import { isNode } from '../../is-node.js';

/** How many threads programs may use, and why not more. */
export interface ThreadCount {
  readonly threads: number;
  readonly reason: string;
}

const most = 8;

/** The threads of this machine, as far as they can share memory. */
export function countThreads(asked: number | undefined): ThreadCount {
  if (asked === 1) return { threads: 1, reason: 'one thread was asked for' };
  if (typeof SharedArrayBuffer === 'undefined') {
    return { threads: 1, reason: 'memory can be shared only in a page that is cross-origin isolated' };
  }
  if (typeof document !== 'undefined') {
    return { threads: 1, reason: 'the main thread of a page may not wait for others; train in a Worker' };
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

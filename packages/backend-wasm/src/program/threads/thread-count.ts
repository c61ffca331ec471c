import { isNode } from '../../is-node.js';

/** How many threads programs may use, and why not more. */
export interface ThreadCount {
  readonly threads: number;
  readonly reason: string;
}

const most = 8;

/** The threads of this machine, as far as they can share memory. */
export async function countThreads(asked: number | undefined): Promise<ThreadCount> {
  if (asked === 1) return { threads: 1, reason: 'one thread was asked for' };
  if (typeof SharedArrayBuffer === 'undefined') {
    return { threads: 1, reason: 'memory can be shared only in a page that is cross-origin isolated' };
  }
  if (typeof document !== 'undefined') {
    return { threads: 1, reason: 'the main thread of a page may not wait for others; train in a Worker' };
  }
  const cores = await countCores();
  const threads = Math.min(asked ?? most, cores);
  return {
    threads,
    reason: threads === cores ? `there are ${cores} cores` : `at most ${asked ?? most} threads are used`,
  };
}

async function countCores(): Promise<number> {
  if (!isNode()) return navigator.hardwareConcurrency;
  const name = 'node:os';
  const { availableParallelism } = (await import(/* @vite-ignore */ name)) as typeof import('node:os');
  return availableParallelism();
}

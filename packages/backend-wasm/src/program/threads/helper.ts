import { StateError } from '@myelin/core';
import { workerSource } from './worker-source.js';

/** A worker, in Node or in a browser. */
export interface Helper {
  /** Sends a message; resolves when the worker has done what it says. */
  ask(message: object): Promise<void>;
  /** Sends a message that is not answered. */
  tell(message: object): void;
}

type Answer = { readonly ready: true } | { readonly failed: string };

/** Starts a worker that ends with the program and does not keep it alive. */
export async function startHelper(): Promise<Helper> {
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const fail = (reason: string): void => {
    const error = new StateError({ who: 'wasm', expected: 'a worker that works', got: reason });
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const onAnswer = (answer: Answer): void => {
    if ('failed' in answer) fail(answer.failed);
    else waiting.shift()?.resolve();
  };
  const post = typeof document === 'undefined' && isNode() ? await inNode(onAnswer, fail) : inBrowser(onAnswer, fail);
  return {
    tell: post,
    ask: (message) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        post(message);
      }),
  };
}

export function isNode(): boolean {
  return typeof process === 'object' && typeof process.versions.node === 'string';
}

async function inNode(
  onAnswer: (answer: Answer) => void,
  fail: (reason: string) => void,
): Promise<(message: object) => void> {
  const name = 'node:worker_threads';
  const { Worker } = (await import(/* @vite-ignore */ name)) as typeof import('node:worker_threads');
  const worker = new Worker(workerSource, { eval: true });
  worker.unref();
  worker.on('message', onAnswer);
  worker.on('error', (error: Error) => {
    fail(error.message);
  });
  return (message) => {
    worker.postMessage(message);
  };
}

function inBrowser(
  onAnswer: (answer: Answer) => void,
  fail: (reason: string) => void,
): (message: object) => void {
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    URL.revokeObjectURL(url);
    onAnswer(data);
  };
  worker.onerror = ({ message }) => {
    fail(message);
  };
  return (message) => {
    worker.postMessage(message);
  };
}

import { StateError } from '@myelin/core';
import { isNode } from '../../is-node.js';
import { workerSource } from './worker-source.js';

/** A worker, in Node or in a browser. */
export interface Helper {
  /** Why it has died, or could not do what it was asked; undefined as long as all is well. */
  readonly failure: string | undefined;
  /** Whether it is known to have died, even while its caller waits for it and no event can tell. */
  readonly isDead: boolean;
  /**
   * Sends a message; resolves when the worker has done what it says, to the milliseconds that it took. The program need not
   * live until then.
   */
  ask(message: object): Promise<number>;
  /** Whether the program has to live as long as the worker. */
  keepAlive(alive: boolean): void;
  /** Sends a message that is not answered. */
  tell(message: object): void;
  /** Resolves when it is gone; whoever waits for it is told. */
  end(): Promise<void>;
}

/** The end of a wire to a worker. */
interface Wire {
  post(message: object): void;
  keepAlive(alive: boolean): void;
  /** Whether the worker has died, as far as can be seen at once. */
  isDead(): boolean;
  end(): Promise<void>;
}

type Answer = { readonly ms: number } | { readonly failed: string };

/**
 * Starts a worker that ends with the program and does not keep it alive.
 *
 * @param onFailure - is called when it dies, or has failed.
 */
export function startHelper(onFailure: () => void): Helper {
  const waiting: { resolve: (ms: number) => void; reject: (error: Error) => void }[] = [];
  let failure: string | undefined;
  const failed = (got: string): StateError =>
    new StateError({ who: 'wasm', expected: 'a worker that works', got });
  const fail = (reason: string): void => {
    failure ??= reason;
    for (const { reject } of waiting.splice(0)) reject(failed(failure));
    onFailure();
  };
  const onAnswer = (answer: Answer): void => {
    if ('failed' in answer) fail(answer.failed);
    else waiting.shift()?.resolve(answer.ms);
  };
  const wire: Wire = isNode() ? inNode(onAnswer, fail) : inBrowser(onAnswer, fail);
  return {
    get failure() {
      return failure;
    },
    get isDead() {
      return failure !== undefined || wire.isDead();
    },
    tell(message) {
      wire.post(message);
    },
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failed(failure));
          return;
        }
        waiting.push({ resolve, reject });
        wire.post(message);
      }),
    keepAlive(alive) {
      wire.keepAlive(alive);
    },
    async end() {
      await wire.end();
      fail('one that was ended'); // A browser does not say.
    },
  };
}

function inNode(onAnswer: (answer: Answer) => void, fail: (reason: string) => void): Wire {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(workerSource, { eval: true });
  let heard = false;
  worker.on('message', (answer: Answer) => {
    heard = true;
    onAnswer(answer);
  });
  worker.on('error', (error: Error) => {
    fail(error.message);
  });
  worker.on('exit', () => {
    fail('one that has ended');
  });
  worker.unref();
  return {
    post(message) {
      worker.postMessage(message);
    },
    keepAlive(alive) {
      if (alive) worker.ref();
      else worker.unref();
    },
    isDead() {
      // Node has no times of a thread that is no more, or -1 for its waiting; nor of one that it has not heard of.
      const { active, idle } = worker.performance.eventLoopUtilization();
      return heard && (active === 0 || idle < 0);
    },
    async end() {
      await worker.terminate();
    },
  };
}

function inBrowser(onAnswer: (answer: Answer) => void, fail: (reason: string) => void): Wire {
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    URL.revokeObjectURL(url);
    onAnswer(data);
  };
  worker.onerror = ({ message }) => {
    fail(message || 'one that could not be loaded'); // A policy that forbids workers has no message.
  };
  return {
    post(message) {
      worker.postMessage(message);
    },
    keepAlive() {
      // A page lives as long as it is open.
    },
    isDead: () => false,
    end() {
      worker.terminate();
      return Promise.resolve();
    },
  };
}

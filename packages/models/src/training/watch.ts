import type { Callback, CallbackContext } from '../callbacks/callback.js';
import type { Logs } from '../model.js';
import type { Watcher } from './run-epoch.js';

/** A watcher that tells callbacks of batches. */
export interface BatchWatcher extends Watcher {
  /** Tells those of the last batch who have not heard of it. */
  finish(logs: Logs): Promise<void>;
}

/** Calls one hook of the callbacks, in order. */
export async function each(
  callbacks: readonly Callback[],
  run: (callback: Callback) => Promise<void> | void,
): Promise<void> {
  for (const callback of callbacks) await run(callback);
}

/** Calls the hooks of a batch, those at its end when a callback is due: figures are read only then. */
export function watch(
  run: 'Train' | 'Test' | 'Predict',
  callbacks: readonly Callback[],
  context: CallbackContext,
  stopped: () => boolean = () => false,
): BatchWatcher {
  const [begin, end] = [`on${run}BatchBegin`, `on${run}BatchEnd`] as const;
  const beginners = callbacks.filter((callback) => callback[begin] !== undefined);
  const listeners = callbacks.filter((callback) => callback[end] !== undefined);
  const intervalOf = ({ batchEndIntervalMs = 0 }: Callback): number => batchEndIntervalMs;
  const seesEach = beginners.length > 0 || listeners.some((callback) => intervalOf(callback) === 0);
  const start = performance.now();
  const due = new Map(listeners.map((callback) => [callback, start + intervalOf(callback)]));
  const told = new Map<Callback, number>();
  let last = -1;

  const tell = async (callback: Callback, batch: number, logs: Logs): Promise<void> => {
    told.set(callback, batch);
    due.set(callback, performance.now() + intervalOf(callback));
    await callback[end]?.(batch, logs, context);
  };

  return {
    most: () => (seesEach ? 1 : Infinity),
    before: (batch) => each(beginners, (callback) => callback[begin]?.(batch, context)),
    async after(batch, read) {
      last = batch;
      for (const callback of listeners) {
        if (performance.now() >= (due.get(callback) ?? 0)) await tell(callback, batch, await read());
      }
      return !stopped();
    },
    async finish(logs) {
      for (const callback of listeners) {
        if (last >= 0 && told.get(callback) !== last) await tell(callback, last, logs);
      }
    },
  };
}

import type { NdArray } from '@myelin/core';
import { progressOf } from '../callbacks/progbar-logger.js';
import type { Model } from '../model.js';
import { checkCounts } from './check-options.js';
import { concatRows } from './concat-rows.js';
import type { DataSet, ModelInput } from './data-source.js';
import type { PredictOptions } from './evaluate-options.js';
import { makePause } from './pause.js';
import type { Trainer } from './trainer.js';
import { each, watch } from './watch.js';

/** The outputs for inputs, one array each; see `Model.predict`. */
export async function predict(
  model: Model,
  trainer: Trainer,
  x: ModelInput | DataSet,
  options: PredictOptions,
): Promise<NdArray[]> {
  const { batchSize = 32, steps, signal } = options;
  checkCounts('predict', { batchSize, steps });
  const source = await trainer.predictSource(x, batchSize);
  const callbacks = [...progressOf(options), ...(options.callbacks ?? [])];
  const context = { model, epochs: 1, steps: steps ?? source.steps };
  const pause = makePause();
  const parts: NdArray[][] = [];
  await each(callbacks, (callback) => callback.onPredictBegin?.(context));
  const watcher = watch('Predict', callbacks, context);
  for await (const batch of source.batches(null)) {
    signal?.throwIfAborted();
    await watcher.before(parts.length);
    parts.push(await trainer.predictBatch(batch));
    await watcher.after(parts.length - 1, () => Promise.resolve({}));
    if (parts.length === steps) break;
    await pause();
  }
  await watcher.finish({});
  await each(callbacks, (callback) => callback.onPredictEnd?.(context));
  return (parts[0] ?? []).map((_, i) => concatRows(parts.map((part) => part[i] as NdArray)));
}

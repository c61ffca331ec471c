import type { Callback, CallbackContext } from '../callbacks/callback.js';
import { progressOf } from '../callbacks/progbar-logger.js';
import type { Logs, Model } from '../model.js';
import { checkCounts } from './check-options.js';
import type { DataSet, DataSource, ModelInput, ModelLabels } from './data-source.js';
import type { EvaluateOptions } from './evaluate-options.js';
import type { Trainer } from './trainer.js';
import { each, watch } from './watch.js';

/** Loss and metrics on data; see `Model.evaluate`. */
export async function evaluate(
  model: Model,
  trainer: Trainer,
  x: ModelInput | DataSet,
  y: ModelLabels | undefined,
  options: EvaluateOptions,
): Promise<Logs> {
  const { batchSize = 32, sampleWeight, callbacks = [], steps } = options;
  checkCounts('evaluate', { steps });
  const source = await trainer.source('evaluate', x, { y, sampleWeight, batchSize });
  try {
    const context = { model, epochs: 1, steps: steps ?? source.steps };
    return await runTest(trainer, source, [...progressOf(options), ...callbacks], context, steps);
  } finally {
    source.whole?.dispose();
  }
}

/** Evaluates on the first batches, or all of them, telling the callbacks. */
export async function runTest(
  trainer: Trainer,
  source: DataSource,
  callbacks: readonly Callback[],
  context: CallbackContext,
  steps: number = Infinity,
): Promise<Logs> {
  await each(callbacks, (callback) => callback.onTestBegin?.(context));
  const watcher = watch('Test', callbacks, context);
  const logs = await trainer.runEpoch('test', source, null, {
    ...watcher,
    most: (done) => Math.min(watcher.most(done), steps - done),
    after: async (batch, read) => (await watcher.after(batch, read)) && batch + 1 < steps,
  });
  await watcher.finish(logs);
  await each(callbacks, (callback) => callback.onTestEnd?.(logs, context));
  return logs;
}

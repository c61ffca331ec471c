import { ArgumentError } from '@myelin/core';
import type { CallbackContext } from '../callbacks/callback.js';
import { progressOf } from '../callbacks/progbar-logger.js';
import type { Logs, Model } from '../model.js';
import { checkCounts } from './check-options.js';
import {
  type DataSet,
  type DataSource,
  type ModelInput,
  type ModelLabels,
  arraySource,
  isDataSet,
} from './data-source.js';
import { runTest } from './evaluate.js';
import type { FitOptions } from './fit-options.js';
import type { History } from './history.js';
import { resuming } from './resuming.js';
import { epochOrder } from './run-epoch.js';
import { split } from './split.js';
import type { Trainer } from './trainer.js';
import { each, watch } from './watch.js';

/** Trains; see `Model.fit`. */
export async function fit(
  model: Model,
  trainer: Trainer,
  x: ModelInput | DataSet,
  y: ModelLabels | undefined,
  options: FitOptions,
): Promise<History> {
  const {
    epochs = 1,
    initialEpoch = 0,
    validationFreq = 1,
    validationSteps,
    shuffle = true,
    signal,
  } = options;
  checkCounts('fit', { epochs, validationFreq });
  const { train, validation } = await sources(trainer, x, y, options);
  const context: CallbackContext = { model, epochs, steps: train.steps };
  const callbacks = [...progressOf(options), ...(options.callbacks ?? [])];
  const epoch: number[] = [];
  const history: Record<string, number[]> = {};
  let logs: Logs = {};

  model.stopTraining = false;
  const stopped = (): boolean => model.stopTraining || signal?.aborted === true;
  await each(callbacks, (callback) => callback.onTrainBegin?.(context));
  try {
    for (let number = initialEpoch; number < epochs && !stopped(); number++) {
      await each(callbacks, (callback) => callback.onEpochBegin?.(number, context));
      const watcher = watch('Train', callbacks, context, stopped);
      const trained = await trainer.runEpoch('train', train, epochOrder(shuffle), watcher);
      await watcher.finish(trained);
      const validated =
        validation !== undefined && (number + 1) % validationFreq === 0 && signal?.aborted !== true
          ? prefixed(await runTest(trainer, validation, callbacks, context, validationSteps))
          : {};
      logs = { ...trained, ...validated };
      epoch.push(number);
      for (const [name, value] of Object.entries(logs)) (history[name] ??= []).push(value);
      await each(callbacks, (callback) => callback.onEpochEnd?.(number, logs, context));
    }
  } finally {
    train.whole?.dispose();
    await train.close?.();
    validation?.whole?.dispose();
    await each(callbacks, (callback) => callback.onTrainEnd?.(logs, context));
  }
  await trainer.optimizer?.finalize(model.trainableWeights);
  return { epoch, history };
}

function prefixed(logs: Logs): Logs {
  return Object.fromEntries(Object.entries(logs).map(([name, value]) => [`val_${name}`, value]));
}

async function sources(
  trainer: Trainer,
  x: ModelInput | DataSet,
  y: ModelLabels | undefined,
  options: FitOptions,
): Promise<{ train: DataSource; validation: DataSource | undefined }> {
  const { batchSize = 32, validationBatchSize = batchSize, validationSplit = 0, validationData } = options;
  const { sampleWeight, classWeight, stepsPerEpoch, validationSteps } = options;
  checkCounts('fit', { batchSize, validationBatchSize, stepsPerEpoch, validationSteps });
  const limited = (source: DataSource): DataSource =>
    stepsPerEpoch === undefined ? source : resuming(source, stepsPerEpoch);
  if (validationSplit !== 0 && validationData === undefined) {
    if (isDataSet(x)) throw noSplit();
    const given = { x, ...(y === undefined ? {} : { y }) };
    const { train, validation } = split(
      await trainer.prepare('fit', given, { sampleWeight, classWeight }),
      validationSplit,
    );
    // Class weights, which exclude sample weights, are for training only.
    const weights = validation.sampleWeight.map((array) => (classWeight === undefined ? array : null));
    return {
      train: limited(arraySource(train, batchSize)),
      validation: arraySource({ ...validation, sampleWeight: weights }, validationBatchSize),
    };
  }
  const train = limited(await trainer.source('fit', x, { y, sampleWeight, classWeight, batchSize }));
  if (validationData === undefined) return { train, validation: undefined };
  const validation = isDataSet(validationData)
    ? await trainer.source('fit', validationData, { batchSize: validationBatchSize })
    : await trainer.source('fit', validationData.x, { ...validationData, batchSize: validationBatchSize });
  return { train, validation };
}

function noSplit(): ArgumentError {
  return new ArgumentError({
    who: 'fit',
    expected: 'arrays where `validationSplit` is given',
    got: 'an iterable of batches',
    hint: 'Give `validationData` instead.',
  });
}

import { type ArrayLike, ArgumentError, NdArray } from '@myelin/core';
import type { Callback, CallbackContext } from '../callbacks/callback.js';
import { progbarLogger } from '../callbacks/progbar-logger.js';
import type { Logs, Model, ModelInput } from '../model.js';
import { type DataSet, type DataSource, isDataSet } from './data-source.js';
import type { FitOptions } from './fit-options.js';
import type { History } from './history.js';
import { type Trainer, epochOrder } from './trainer.js';

/** Trains; see `Model.fit`. */
export async function fit(
  model: Model,
  trainer: Trainer,
  x: ModelInput | DataSet,
  y: ArrayLike | undefined,
  options: FitOptions,
): Promise<History> {
  const { epochs = 1, initialEpoch = 0, validationFreq = 1, shuffle = true, signal } = options;
  checkCounts({ epochs, validationFreq });
  const { train, validation } = await sources(trainer, x, y, options);
  const steps = options.stepsPerEpoch ?? train.steps;
  const context: CallbackContext = { model, epochs, steps };
  const callbacks = [
    ...(options.verbose === 0 ? [] : [progbarLogger({ verbose: options.verbose ?? 'auto' })]),
    ...(options.callbacks ?? []),
  ];
  const epoch: number[] = [];
  const history: Record<string, number[]> = {};
  let logs: Logs = {};

  model.stopTraining = false;
  const stopped = (): boolean => model.stopTraining || signal?.aborted === true;
  await each(callbacks, (callback) => callback.onTrainBegin?.(context));
  try {
    for (let number = initialEpoch; number < epochs && !stopped(); number++) {
      await each(callbacks, (callback) => callback.onEpochBegin?.(number, context));
      const after = batchHooks(
        callbacks,
        context,
        (batch) => !stopped() && batch + 1 !== options.stepsPerEpoch,
      );
      const trained = await trainer.runEpoch('train', train, epochOrder(shuffle), after);
      const validated =
        validation !== undefined && (number + 1) % validationFreq === 0 && signal?.aborted !== true
          ? prefixed(await runTest(trainer, validation, callbacks, context))
          : {};
      logs = { ...trained, ...validated };
      epoch.push(number);
      for (const [name, value] of Object.entries(logs)) (history[name] ??= []).push(value);
      await each(callbacks, (callback) => callback.onEpochEnd?.(number, logs, context));
    }
  } finally {
    await each(callbacks, (callback) => callback.onTrainEnd?.(logs, context));
  }
  await trainer.optimizer?.finalize(model.trainableWeights);
  return { epoch, history };
}

/** Evaluates, telling the callbacks. */
export async function runTest(
  trainer: Trainer,
  source: DataSource,
  callbacks: readonly Callback[],
  context: CallbackContext,
): Promise<Logs> {
  await each(callbacks, (callback) => callback.onTestBegin?.(context));
  const logs = await trainer.runEpoch('test', source, null, () => true);
  await each(callbacks, (callback) => callback.onTestEnd?.(logs, context));
  return logs;
}

async function each(
  callbacks: readonly Callback[],
  run: (callback: Callback) => Promise<void> | void,
): Promise<void> {
  for (const callback of callbacks) await run(callback);
}

/** Calls the hooks of a batch; figures are read only when a callback is due. */
function batchHooks(
  callbacks: readonly Callback[],
  context: CallbackContext,
  goOn: (batch: number) => boolean,
): (batch: number, read: () => Promise<Logs>) => Promise<boolean> {
  const listeners = callbacks.filter((callback) => callback.onTrainBatchEnd !== undefined);
  const due = new Map(listeners.map((callback) => [callback, 0]));
  return async (batch, read) => {
    for (const callback of listeners) {
      const now = performance.now();
      if (now < (due.get(callback) ?? 0)) continue;
      due.set(callback, now + (callback.batchEndIntervalMs ?? 0));
      await callback.onTrainBatchEnd?.(batch, await read(), context);
    }
    return goOn(batch);
  };
}

function prefixed(logs: Logs): Logs {
  return Object.fromEntries(Object.entries(logs).map(([name, value]) => [`val_${name}`, value]));
}

async function sources(
  trainer: Trainer,
  x: ModelInput | DataSet,
  y: ArrayLike | undefined,
  options: FitOptions,
): Promise<{ train: DataSource; validation: DataSource | undefined }> {
  const { batchSize = 32, validationBatchSize = batchSize, validationSplit = 0, validationData } = options;
  const { sampleWeight, classWeight } = options;
  if (validationSplit !== 0 && validationData === undefined) {
    const parts = split(x, y, sampleWeight, validationSplit);
    return {
      train: await trainer.source('fit', parts.train.x, { ...parts.train, classWeight, batchSize }),
      validation: await trainer.source('fit', parts.validation.x, {
        ...parts.validation,
        batchSize: validationBatchSize,
      }),
    };
  }
  const train = await trainer.source('fit', x, { y, sampleWeight, classWeight, batchSize });
  if (validationData === undefined) return { train, validation: undefined };
  const validation = isDataSet(validationData)
    ? await trainer.source('fit', validationData, { batchSize: validationBatchSize })
    : await trainer.source('fit', validationData.x, { ...validationData, batchSize: validationBatchSize });
  return { train, validation };
}

interface Part {
  readonly x: NdArray | readonly NdArray[];
  readonly y: NdArray | undefined;
  readonly sampleWeight: NdArray | undefined;
}

/** Takes the last part of the data away to validate on, as Keras does. */
function split(
  x: ModelInput | DataSet,
  y: ArrayLike | undefined,
  sampleWeight: ArrayLike | undefined,
  share: number,
): { train: Part; validation: Part } {
  if (!(share > 0 && share < 1)) {
    throw new ArgumentError({
      who: 'fit',
      expected: '`validationSplit` from 0 to 1, both excluded',
      got: String(share),
    });
  }
  if (isDataSet(x)) {
    throw new ArgumentError({
      who: 'fit',
      expected: 'arrays where `validationSplit` is given',
      got: 'an iterable of batches',
      hint: 'Give `validationData` instead.',
    });
  }
  const several = Array.isArray(x) && x.every((part) => NdArray.isNdArray(part));
  const inputs = several ? (x as readonly NdArray[]) : [NdArray.from(x as ArrayLike)];
  const size = inputs[0]?.shape[0] ?? 0;
  const border = Math.floor(size * (1 - share));
  if (border === 0 || border === size) {
    throw new ArgumentError({
      who: 'fit',
      expected: 'enough examples to split',
      got: `${size} examples with \`validationSplit\` ${share}`,
    });
  }
  const labels = y === undefined ? undefined : NdArray.from(y);
  const weights = sampleWeight === undefined ? undefined : NdArray.from(sampleWeight);
  const part = (start: number, end: number): Part => ({
    x: several ? inputs.map((input) => input.rows(start, end)) : (inputs[0] as NdArray).rows(start, end),
    y: labels?.rows(start, end),
    sampleWeight: weights?.rows(start, end),
  });
  return { train: part(0, border), validation: part(border, size) };
}

function checkCounts(counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (Number.isSafeInteger(value) && value > 0) continue;
    throw new ArgumentError({
      who: 'fit',
      expected: `\`${name}\` to be a positive whole number`,
      got: String(value),
    });
  }
}

import { ArgumentError } from '@myelin/core';

/** The figures of training that `fit` returns, in the shape of Keras' `History`. */
export interface TrainingHistory {
  /** The epochs that were run, counted from 0. */
  readonly epoch: readonly number[];
  /** One list for each figure; `val_loss` is the `loss` of the validation data. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}

export interface CurvePoint {
  readonly epoch: number;
  readonly value: number;
}

export interface Curve {
  readonly name: 'train' | 'validation';
  readonly points: readonly CurvePoint[];
}

/** One figure with the curve of training, of validation, or both. */
export interface Metric {
  readonly name: string;
  readonly curves: readonly Curve[];
}

export interface ReadHistoryOptions {
  readonly metrics: readonly string[] | undefined;
  readonly validationFreq: number | readonly number[] | undefined;
}

const who = 'learningCurves';
const prefix = 'val_';

/** Pairs each figure with its `val_` twin and gives every value its epoch; `loss` comes first. */
export function readHistory(
  { epoch, history }: TrainingHistory,
  { metrics, validationFreq }: ReadHistoryOptions,
): Metric[] {
  if (epoch.length === 0) throw new ArgumentError({ who, expected: 'at least one epoch', got: 'none' });
  const known = [...new Set(Object.keys(history).map(baseName))].sort(lossFirst);
  const chosen = metrics ?? known;
  if (chosen.length === 0) throw new ArgumentError({ who, expected: 'at least one metric', got: 'none' });
  return chosen.map((name) => {
    if (!known.includes(name)) {
      throw new ArgumentError({ who, expected: `one of the metrics ${known.join(', ')}`, got: name });
    }
    const train = history[name];
    const validation = history[prefix + name];
    const curves: Curve[] = [];
    if (train !== undefined) curves.push({ name: 'train', points: pointsOf(name, epoch, train) });
    if (validation !== undefined) {
      const epochs = validation.length === epoch.length ? epoch : evaluatedEpochs(epoch, validationFreq ?? 1);
      curves.push({ name: 'validation', points: pointsOf(prefix + name, epochs, validation) });
    }
    return { name, curves };
  });
}

function baseName(key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

function lossFirst(a: string, b: string): number {
  return Number(b === 'loss') - Number(a === 'loss');
}

/** After which epochs `fit` evaluates: Keras counts them from 1 here. */
function evaluatedEpochs(epoch: readonly number[], freq: number | readonly number[]): number[] {
  return epoch.filter((e) => (typeof freq === 'number' ? (e + 1) % freq === 0 : freq.includes(e + 1)));
}

function pointsOf(key: string, epochs: readonly number[], values: readonly number[]): CurvePoint[] {
  if (values.length !== epochs.length) {
    throw new ArgumentError({
      who,
      expected: `${epochs.length} values of ${key}, one for each epoch`,
      got: String(values.length),
      ...(key.startsWith(prefix) ? { hint: 'Pass the validationFreq that fit was given.' } : {}),
    });
  }
  return values.map((value, index) => ({ epoch: (epochs[index] ?? index) + 1, value }));
}

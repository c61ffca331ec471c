import { type NdArray, setSeed } from '@myelin/core';
import type { Examples, TrainTest } from '@myelin/datasets';
import { type History, type Model, progbarLogger } from '@myelin/models';
import type { Figure, LessonIo, Measure, Training } from './lesson.js';
import { accuracy } from './measures/accuracy.js';
import { mean } from './measures/mean.js';
import { r2 } from './measures/r2.js';

/** What came out of one training. */
export interface Learned {
  readonly model: Model;
  readonly history: History;
  readonly data: TrainTest;
  /** What the model says to the test examples. */
  readonly predicted: NdArray;
  readonly value: number;
}

/**
 * Trains from a seed on, and measures on the test examples.
 *
 * A training that was stopped is measured as far as it came.
 */
export async function learn(training: Training, seed: number, io: LessonIo): Promise<Learned> {
  const { epochs, batchSize } = training;
  setSeed(seed);
  const data = await training.loadData(seed);
  const model = training.makeModel();
  io.write(`\n${training.title}, seed ${seed}\n`);
  const history = await model.fit(data.train.x, data.train.y, {
    epochs,
    batchSize,
    verbose: 0,
    ...(io.signal === undefined ? {} : { signal: io.signal }),
    callbacks: [progbarLogger({ write: inOneLine(io.write) })],
  });
  const predicted = await model.predict(data.test.x, { verbose: 0 });
  const value = await measures[training.measure](data.test, predicted, model);
  io.write(`\n${value.toFixed(4)} on unseen data\n`);
  await io.keep?.(training.id, model, { seed, value });
  return { model, history, data, predicted, value };
}

/** Trains once from each of its seeds: the mean of what is reached. */
export async function learnFromSeeds(training: Training, io: LessonIo): Promise<Figure> {
  const { id, title, seeds, unit, asked } = training;
  const values: number[] = [];
  for (const seed of seeds) values.push((await learn(training, seed, io)).value);
  return { id, title, value: mean(values), unit, asked, seeds };
}

const measures: Readonly<
  Record<Measure, (test: Examples, predicted: NdArray, model: Model) => number | Promise<number>>
> = {
  r2: ({ y }, predicted) => r2(y, predicted),
  accuracy: ({ y }, predicted) => accuracy(y, predicted),
  loss: (test, _, model) => lossOf(model, test),
  bits: async (test, _, model) => (await lossOf(model, test)) / Math.LN2,
};

async function lossOf(model: Model, { x, y }: Examples): Promise<number> {
  return (await model.evaluate(x, y, { verbose: 0 }))['loss'] ?? NaN;
}

/** On a terminal each epoch is drawn over the one before; logs keep them all. */
export function inOneLine(write: (text: string) => void): (text: string) => void {
  return (text) => {
    write(text.startsWith('\r') ? text.trimEnd() : text);
  };
}

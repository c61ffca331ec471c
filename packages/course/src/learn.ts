import { type NdArray, setSeed } from '@myelin/core';
import { type History, type Model, progbarLogger } from '@myelin/models';
import type {
  Asked,
  Figure,
  Inputs,
  LessonData,
  LessonExamples,
  LessonIo,
  Measure,
  Training,
} from './lesson.js';
import { accuracy } from './measures/accuracy.js';
import { exactMatch } from './measures/exact-match.js';
import { mean } from './measures/mean.js';
import { r2 } from './measures/r2.js';
import { symbolBits } from './measures/symbol-bits.js';

/** What came out of one training. */
export interface Learned<X extends Inputs = NdArray> {
  readonly model: Model;
  readonly history: History;
  readonly data: LessonData<X>;
  /** What the model says to the test examples. */
  readonly predicted: NdArray;
  readonly value: number;
}

/**
 * Trains from a seed on, and measures on the test examples.
 *
 * A training that was stopped is measured as far as it came.
 */
export async function learn<X extends Inputs>(
  training: Training<X>,
  seed: number,
  io: LessonIo,
): Promise<Learned<X>> {
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
  const { measure } = training;
  const measured = typeof measure === 'string' ? measures[measure] : measure;
  const value = await measured(data.test, predicted, model);
  io.write(`\n${value.toFixed(4)} on unseen data\n`);
  await io.keep?.(training.id, model, { seed, value });
  return { model, history, data, predicted, value };
}

/** Trains once from each of its seeds: the mean of what is reached. */
export async function learnFromSeeds(
  training: Training<Inputs>,
  io: LessonIo,
  asked: Asked | undefined = training.asked,
): Promise<Figure> {
  const { id, title, seeds, unit } = training;
  if (asked === undefined) throw new TypeError(`Nothing is asked of ${id}.`);
  const values: number[] = [];
  for (const seed of seeds) values.push((await learn(training, seed, io)).value);
  return { id, title, value: mean(values), unit, asked, seeds };
}

const measures: Readonly<
  Record<
    Extract<Measure, string>,
    (test: LessonExamples<Inputs>, predicted: NdArray, model: Model) => number | Promise<number>
  >
> = {
  r2: ({ y }, predicted) => r2(y, predicted),
  accuracy: ({ y }, predicted) => accuracy(y, predicted),
  exactMatch: ({ y }, predicted) => exactMatch(y, predicted),
  symbolBits: ({ y }, predicted) => symbolBits(y, predicted),
  loss: (test, _, model) => lossOf(model, test),
  bits: async (test, _, model) => (await lossOf(model, test)) / Math.LN2,
};

async function lossOf(model: Model, { x, y }: LessonExamples<Inputs>): Promise<number> {
  return (await model.evaluate(x, y, { verbose: 0 }))['loss'] ?? NaN;
}

/** On a terminal each epoch is drawn over the one before; logs keep them all. */
export function inOneLine(write: (text: string) => void): (text: string) => void {
  return (text) => {
    write(text.startsWith('\r') ? text.trimEnd() : text);
  };
}

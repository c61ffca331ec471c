import type { NdArray } from '@myelin/core';
import { type PenDrawing, type TrainTest, penLetters } from '@myelin/datasets';
import { encodeLetters, letterWriter } from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, Training } from '../lesson.js';
import { gaussianBaseline } from './handwriting/gaussian-baseline.js';
import { prepareLetters } from './handwriting/prepare-letters.js';

/** Points of a letter at most; the few longer ones are left out. */
const length = 40;

const common = {
  seeds: [1],
  epochs: 25,
  batchSize: 64,
  measure: 'loss',
  unit: 'nats a point',
  loadData: splitLetters,
} as const;

const mixture: Training = {
  ...common,
  id: 'letter-writer',
  title: 'LSTM with ten Gaussians, letters of hands not seen: negative log-likelihood',
  makeModel: () => letterWriter({ length }),
};

const single: Training = {
  ...common,
  id: 'letter-writer-single',
  title: 'the same LSTM with one Gaussian',
  makeModel: () => letterWriter({ length, mixtures: 1 }),
};

/** What the mixture must gain, in nats a point, stated before anything was trained. */
const margins = { overGaussian: 1, overSingle: 0.2 };

/** Letters as a pen writes them, point by point, from a mixture of Gaussians. */
export const handwriting: Lesson = {
  name: 'handwriting',
  title: 'LSTM: handwriting',
  data: 'letters of UNIPEN',
  trainings: [mixture, single],
  async run(io) {
    const { train, test } = await splitLetters();
    const baseline = gaussianBaseline(train.y, test.y);
    io.write(
      `\nOne Gaussian for all offsets, and how often pens lift: ${baseline.toFixed(3)} nats a point\n`,
    );
    const ten = await learnFromSeeds(mixture, io, {
      atMost: baseline - margins.overGaussian,
      than: `one Gaussian for all offsets: ${baseline.toFixed(2)}, less ${margins.overGaussian}`,
    });
    const one = await learnFromSeeds(single, io, { atMost: baseline, than: 'one Gaussian for all offsets' });
    const gain: Figure = {
      ...ten,
      id: 'letter-writer-gain',
      title: 'what ten Gaussians gain over one',
      value: one.value - ten.value,
      asked: { atLeast: margins.overSingle },
    };
    return [ten, one, gain];
  },
};

/** Every tenth hand is held out: none of its letters is learned from. */
export async function splitLetters(): Promise<TrainTest> {
  const drawings = prepareLetters(await penLetters());
  const writers = [...new Set(drawings.map(({ writer }) => writer))];
  const heldOut = new Set(writers.filter((_, i) => i % 10 === 9));
  const encode = (isWanted: (drawing: PenDrawing) => boolean): { x: NdArray; y: NdArray } =>
    encodeLetters(drawings.filter(isWanted), length);
  return {
    train: encode(({ writer }) => !heldOut.has(writer)),
    test: encode(({ writer }) => heldOut.has(writer)),
  };
}

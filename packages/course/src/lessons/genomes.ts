import { NdArray, permutation } from '@myelin/core';
import {
  type GeneSequences,
  type TrainTest,
  encodeDna,
  promoters,
  spliceJunctions,
  splitDataset,
} from '@myelin/datasets';
import { spliceClassifier, tabularClassifier } from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, Training } from '../lesson.js';

const splice = {
  seeds: [1, 2, 3],
  epochs: 20,
  batchSize: 32,
  measure: 'accuracy',
  unit: '%',
  loadData: async (seed: number) => divide(await spliceJunctions(), seed),
} as const;

const promoter = {
  // Seed k holds out the k-th tenth, so that their mean is over all sequences.
  seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  epochs: 40,
  batchSize: 16,
  measure: 'accuracy',
  unit: '%',
  asked: { nearKeras: 0.05 },
  loadData: async (seed: number) => holdOutTenth(await promoters(), seed - 1),
} as const;

const trainings: readonly Training[] = [
  {
    ...splice,
    id: 'splice-conv-lstm',
    title: 'Splice junctions, LSTM over convolutional features: accuracy',
    asked: { atLeast: 0.94 },
    makeModel: () => spliceClassifier(),
  },
  {
    ...splice,
    id: 'splice-lstm',
    title: 'Splice junctions, LSTM over letters: accuracy',
    asked: { nearKeras: 0.05 },
    makeModel: () => spliceClassifier({ filters: 0 }),
  },
  {
    ...splice,
    id: 'splice-linear',
    title: 'Splice junctions, a weight for each letter at each place: accuracy',
    asked: { nearKeras: 0.02 },
    epochs: 10,
    makeModel: () => tabularClassifier({ features: 240, classes: 3, hidden: [], learningRate: 0.003 }),
    loadData: async (seed) => asTable(await splice.loadData(seed)),
  },
  {
    ...promoter,
    id: 'promoters-conv-lstm',
    title: 'Promoters, LSTM over convolutional features, ten-fold cross-validation: accuracy',
    makeModel: () => spliceClassifier({ length: 57, classes: 2, strides: 3, decaySteps: 240 }),
  },
  {
    ...promoter,
    id: 'promoters-linear',
    title: 'Promoters, a weight for each letter at each place, ten-fold cross-validation: accuracy',
    makeModel: () => tabularClassifier({ features: 228, classes: 2, hidden: [], learningRate: 0.01 }),
    loadData: async (seed) => asTable(await promoter.loadData(seed)),
  },
];

/** Kinds of DNA by their letters. */
export const genomes: Lesson = {
  name: 'genomes',
  title: 'Sequences of genes',
  data: 'splice junctions of primates, promoters of E. coli',
  trainings,
  async run(io) {
    const figures: Figure[] = [];
    for (const training of trainings) figures.push(await learnFromSeeds(training, io));
    return figures;
  },
};

/**
 * Random 70 % of the sequences to learn from, the others to test on. Of sequences that are equal only the first one is taken:
 * a copy in the test would be known by heart.
 */
function divide({ sequences, y }: GeneSequences, seed: number): TrainTest {
  const first = sequences.flatMap((sequence, i) => (sequences.indexOf(sequence) === i ? [i] : []));
  const examples = { x: encodeDna(first.map((i) => sequences[i] ?? '')), y: pick(y, first) };
  const [train, test] = splitDataset(examples, { leftSize: 0.7, shuffle: true, seed });
  return { train, test };
}

/** The sequences in a fixed random order, every tenth of them held out. */
function holdOutTenth({ sequences, y }: GeneSequences, fold: number): TrainTest {
  const order = Array.from(permutation({ seed: 0, offset: 0 }, sequences.length));
  const part = (isTest: boolean): TrainTest['test'] => {
    const chosen = order.filter((_, i) => (i % 10 === fold) === isTest);
    return { x: encodeDna(chosen.map((i) => sequences[i] ?? '')), y: pick(y, chosen) };
  };
  return { train: part(false), test: part(true) };
}

/** All letters of a sequence in one row. */
function asTable({ train, test }: TrainTest): TrainTest {
  const flat = ({ x, y }: TrainTest['test']): TrainTest['test'] => {
    const [rows = 0, length = 0, bases = 0] = x.shape;
    return { x: x.reshape([rows, length * bases]), y };
  };
  return { train: flat(train), test: flat(test) };
}

function pick(y: NdArray, places: readonly number[]): NdArray {
  return new NdArray(Uint8Array.from(places, (i) => Number(y.data[i])));
}

import type { NdArray } from '@myelin/core';
import { additions, firstNames, splitDataset } from '@myelin/datasets';
import {
  causalTransformer,
  encodeAdditions,
  encodeNames,
  sequenceToSequence,
  transformer,
} from '@myelin/zoo';
import { learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, LessonData, Training } from '../lesson.js';
import { countedSymbolBits } from '../measures/counted-symbol-bits.js';
import { mean } from '../measures/mean.js';

const batchSize = 128;
/** 50,000 additions in batches. */
const additionSteps = 391;
/** 26,545 names in batches. */
const nameSteps = 208;

const sums = {
  measure: 'exactMatch',
  unit: '%',
  asked: { atLeast: 0.99 },
  seeds: [1, 2, 3],
  batchSize,
  loadData: loadAdditions,
} as const;

const recurrent: Training<readonly NdArray[]> = {
  ...sums,
  id: 'addition-recurrent',
  title: 'Additions, recurrent layers with attention: whole answers right',
  epochs: 8,
  // Of 0.005, two seeds of five never come upon the rule.
  makeModel: () => sequenceToSequence({ learningRate: 0.003, decaySteps: 8 * additionSteps }),
};

const attending: Training<readonly NdArray[]> = {
  ...sums,
  id: 'addition-transformer',
  title: 'Additions, transformer: whole answers right',
  epochs: 3,
  makeModel: () => transformer({ learningRate: 0.003, decaySteps: 3 * additionSteps }),
};

const names: Training = {
  id: 'names-transformer',
  title: 'Names, causal transformer: a letter costs',
  measure: 'symbolBits',
  unit: 'bits',
  asked: { nearKeras: 0.05 },
  seeds: [1, 2, 3],
  epochs: 4,
  batchSize,
  makeModel: () => causalTransformer({ learningRate: 0.003, decaySteps: 4 * nameSteps }),
  async loadData(seed) {
    const { train, test } = await splitNames(seed);
    return { train: encodeNames(train), test: encodeNames(test) };
  },
};

/** Sequences into sequences, by attention. */
export const attention: Lesson = {
  name: 'attention',
  title: 'Sequence to sequence, attention, transformer',
  data: 'additions, first names',
  trainings: [recurrent, attending, names],
  async run(io) {
    const figures: Figure[] = [await learnFromSeeds(recurrent, io), await learnFromSeeds(attending, io)];
    const learned = await learnFromSeeds(names, io);
    const splits = await Promise.all(names.seeds.map(splitNames));
    const counted = {
      id: 'names-counted',
      title: 'The same, beside counting what follows each pair of letters',
      asked: {
        atMost: mean(splits.map(({ train, test }) => countedSymbolBits(train, test, 3))),
        than: 'counted',
      },
    };
    return [...figures, learned, { ...learned, ...counted }];
  },
};

function loadAdditions(seed: number): Promise<LessonData<readonly NdArray[]>> {
  const { train, test } = additions({ digits: 3, seed });
  return Promise.resolve({ train: encodeAdditions(train), test: encodeAdditions(test) });
}

/** @internal Random nine tenths of the names to learn from, and the others to be tested on. */
export async function splitNames(seed: number): Promise<{ train: string[]; test: string[] }> {
  const all = await firstNames();
  const places = all.map((_, place) => place);
  const [train, test] = splitDataset({ places }, { leftSize: 0.9, shuffle: true, seed });
  const at = ({ places }: { places: NdArray }): string[] =>
    Array.from(places.data, Number).map((place) => all[place] ?? '');
  return { train: at(train), test: at(test) };
}

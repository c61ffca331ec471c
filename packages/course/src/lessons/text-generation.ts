import { type TrainTest, lettersOf, textWindows, tinyShakespeare } from '@myelin/datasets';
import { characterModel } from '@myelin/zoo';
import { learn } from '../learn.js';
import type { Lesson, Training, WithBound } from '../lesson.js';
import { countedBits } from '../measures/counted-bits.js';

const length = 64;
const batchSize = 32;
const epochs = 8;
/** Windows of 64 letters in the first nine tenths of the text, in batches. */
const stepsPerEpoch = 491;

const training: WithBound<Training> = {
  id: 'shakespeare-lstm',
  title: 'Shakespeare, LSTM of 192 units: a letter costs',
  unit: 'bits',
  asked: { atMost: 2.4 },
  seeds: [1],
  epochs,
  batchSize,
  measure: 'bits',
  makeModel: () => characterModel({ learningRate: 0.005, decaySteps: epochs * stepsPerEpoch }),
  loadData: windows,
};

/** A network that reads a text letter by letter, and writes on. */
export const textGeneration: Lesson = {
  name: 'text-generation',
  title: 'LSTM: text, letter by letter',
  data: "Shakespeare's plays",
  trainings: [training],
  async run(io) {
    const { train, test } = await parts();
    const { value } = await learn(training, 1, io);
    const { id, title, unit, asked, seeds } = training;
    const counted = countedBits(train, test, 3);
    return [
      { id, title, value, unit, asked, seeds },
      {
        ...{
          id: 'shakespeare-counted',
          title: 'The same, beside counting three letters',
          value,
          unit,
          seeds,
        },
        asked: { atMost: counted, than: 'counted' },
      },
    ];
  },
};

/** The first nine tenths of the text to learn from, and the rest, which is other plays, to be tested on. */
async function parts(): Promise<{ train: string; test: string; vocabulary: readonly string[] }> {
  const text = await tinyShakespeare();
  const end = Math.floor(text.length * 0.9);
  return { train: text.slice(0, end), test: text.slice(end), vocabulary: lettersOf(text) };
}

/** Windows to be tested on are longer, since nothing is remembered from one to the next. */
async function windows(): Promise<TrainTest> {
  const { train, test, vocabulary } = await parts();
  return {
    train: textWindows(train, { vocabulary, length }),
    test: textWindows(test, { vocabulary, length: 4 * length }),
  };
}

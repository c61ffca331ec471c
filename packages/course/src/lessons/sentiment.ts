import { NdArray } from '@myelin/core';
import {
  type Examples,
  type TrainTest,
  imdbReviews,
  movieReviewSentences,
  padSequences,
  splitDataset,
} from '@myelin/datasets';
import { input, textVectorization } from '@myelin/layers';
import { sequential } from '@myelin/models';
import { onTexts, sentimentClassifier } from '@myelin/zoo';
import { learn, learnFromSeeds } from '../learn.js';
import type { Figure, Lesson, LessonIo, Training, WithBound } from '../lesson.js';
import { accuracy } from '../measures/accuracy.js';

/** So many words of a review are read: the last ones, where the verdict mostly stands. */
const length = 100;
const vocabularySize = 8000;
const learningRate = 0.004;
/** Batches of reviews and sentences in an epoch. */
const stepsPerEpoch = 524;

const common = {
  seeds: [1],
  batchSize: 64,
  measure: 'accuracy',
  unit: '%',
  async loadData(seed: number): Promise<TrainTest> {
    const { train, test } = await reviewsAndSentences(seed);
    const vocabulary = await vocabularyOf(train.x);
    return { train: await lastWords(train, vocabulary), test: await lastWords(test.reviews, vocabulary) };
  },
} as const;

const byLstm: WithBound<Training> = {
  ...common,
  id: 'sentiment-lstm',
  title: 'Film reviews, LSTM of 32 units: accuracy',
  asked: { atLeast: 0.85 },
  epochs: 2,
  makeModel: () => sentimentClassifier({ vocabularySize, learningRate, decaySteps: 2 * stepsPerEpoch }),
};

/** It knows no order of the words: a bag of them. */
const byMean: Training = {
  ...common,
  id: 'sentiment-mean',
  title: 'Film reviews, mean of the words: accuracy',
  asked: { atLeast: 0.85 },
  epochs: 6,
  makeModel: () =>
    sentimentClassifier({ vocabularySize, reader: 'mean', learningRate, decaySteps: 6 * stepsPerEpoch }),
};

/** Words with a vector each, and an LSTM that reads them: does a film review praise or blame? */
export const sentiment: Lesson = {
  name: 'sentiment',
  title: 'LSTM: sentiment',
  data: 'film reviews, and sentences from such',
  trainings: [byLstm, byMean],
  run: async (io) => [...(await readTexts(io)), await learnFromSeeds(byMean, io)],
};

/** The LSTM learns, gets its vocabulary in front, and is tested on single sentences, too. */
async function readTexts(io: LessonIo): Promise<Figure[]> {
  const { id, title, unit, asked, seeds } = byLstm;
  const seed = 1;
  const { model, value } = await learn(byLstm, seed, { ...io, keep: undefined });
  const { train, test } = await reviewsAndSentences(seed);
  const reader = onTexts(model, { vocabulary: await vocabularyOf(train.x) });
  reader.compile({ loss: 'binary_crossentropy', metrics: ['accuracy'] });
  await io.keep?.(id, reader, { seed, value });
  const said = await reader.predict(test.sentences.x, { verbose: 0 });
  return [
    { id, title, unit, asked, seeds, value },
    {
      ...{ id: 'sentiment-sentences', title: 'The same LSTM on single sentences: accuracy', unit, seeds },
      asked: { atLeast: 0.7 },
      value: accuracy(test.sentences.y, said),
    },
  ];
}

/** Reviews and four fifths of the sentences to learn from. */
async function reviewsAndSentences(
  seed: number,
): Promise<{ train: Examples; test: { reviews: Examples; sentences: Examples } }> {
  const { train, test } = await imdbReviews();
  const [learned, heldOut] = splitDataset(await movieReviewSentences(), {
    leftSize: 0.8,
    shuffle: true,
    seed,
  });
  return {
    train: {
      x: new NdArray([...(train.x.data as string[]), ...(learned.x.data as string[])]),
      y: new NdArray(Uint8Array.of(...(train.y.data as Uint8Array), ...(learned.y.data as Uint8Array))),
    },
    test: { reviews: test, sentences: heldOut },
  };
}

/** The words of texts, the most frequent first, after what fills up and what stands for all others. */
async function vocabularyOf(texts: NdArray): Promise<string[]> {
  const vectorize = textVectorization({ maxTokens: vocabularySize });
  await vectorize.adapt(texts);
  return vectorize.getVocabulary();
}

/** The numbers of the last words of each text, filled up with 0 in front. */
async function lastWords({ x: texts, y }: Examples, vocabulary: readonly string[]): Promise<Examples> {
  const words = sequential([input({ shape: [], dtype: 'string' }), textVectorization({ vocabulary })]);
  const rows: Float32Array[] = [];
  for (let start = 0; start < texts.size; start += 500) {
    const batch = texts.rows(start, Math.min(start + 500, texts.size));
    const numbers = await words.predict(batch, { batchSize: 500, verbose: 0 });
    const width = numbers.shape[1] ?? 0;
    for (let i = 0; i < batch.size; i++) {
      const row = (numbers.data as Float32Array).subarray(i * width, (i + 1) * width);
      rows.push(row.subarray(0, row.findLastIndex((number) => number > 0) + 1));
    }
  }
  return { x: padSequences(rows, { maxlen: length }), y };
}

import { pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { ReadRequest, ReadResult } from './messages.js';

/** Longer reviews are read up to here. */
const mostWords = 120;

export const run: RunFunction<ReadRequest, never, ReadResult> = async ({ review }) => {
  const { model } = await pretrained('sentiment-lstm');
  const words = (review.match(/\S+/g) ?? []).slice(0, mostWords);
  if (words.length === 0) return { words: [] };
  // Nothing, one word, two words and so on: the network remembers, so each is its answer as it reads on.
  const beginnings = Array.from({ length: words.length + 1 }, (_, count) => words.slice(0, count).join(' '));
  const { data } = await model.predict(beginnings, { batchSize: beginnings.length, verbose: 0 });
  const chances = Array.from(data, Number);
  return {
    words: words.map((word, i) => {
      const [before = NaN, chance = NaN] = chances.slice(i, i + 2);
      return { word, chance, change: chance - before };
    }),
  };
};

import { pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { NearRequest, NearResult } from './messages.js';

const shown = 10;
/** Rarer words have met too few reviews to have found their place. */
const frequentWords = 3000;
/** Those of padding and of all unknown words. */
const specialWords = 2;

export const run: RunFunction<NearRequest, never, NearResult> = async ({ word }) => {
  const { model } = await pretrained('sentiment-lstm');
  const [vectorize, embedding] = model.layers;
  const vocabulary = (vectorize as unknown as { getVocabulary(): string[] }).getVocabulary();
  const [table] = (await embedding?.getWeights()) ?? [];
  const asked = word
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const place = vocabulary.indexOf(asked, specialWords);
  if (place === -1 || table === undefined) return { word: null, near: [] };

  const width = table.shape[1] ?? 0;
  const vectorOf = (i: number): Float32Array =>
    (table.data as Float32Array).subarray(i * width, (i + 1) * width);
  const own = vectorOf(place);
  const near = vocabulary
    .slice(0, frequentWords)
    .map((other, i) => ({ word: other, cosine: cosine(own, vectorOf(i)), i }))
    .filter(({ i }) => i >= specialWords && i !== place)
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, shown);
  return { word: asked, near: near.map(({ word: other, cosine: c }) => ({ word: other, cosine: c })) };
};

function cosine(a: Float32Array, b: Float32Array): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

import type { NdArray } from '@myelin/core';
import {
  type PretrainedName,
  decodeGreedily,
  encodeAdditions,
  pretrained,
  withAttentionScores,
} from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { AdditionRequest, AdditionResult } from './messages.js';

const digits = 3;

export const run: RunFunction<AdditionRequest, never, AdditionResult> = async ({ model: name, question }) => {
  const { model, looking } = await load(name);
  const [source] = encodeAdditions([{ question, answer: '' }], { digits }).x;
  const said = (await decodeGreedily(model, source)).toArray() as number[][];
  const answer = String(Number([...(said[0] ?? [])].reverse().join('')));
  // Given all that was said, every place sees what it saw when it said its digit.
  const { x } = encodeAdditions([{ question, answer }], { digits });
  const [probabilities, ...scores] = await looking.predict<NdArray[]>(x, { verbose: 0 });
  const rows = probabilities?.toArray() as number[][][];
  return {
    ...{ model: name, question, answer, digits: said[0] ?? [] },
    probabilities: (said[0] ?? []).map((digit, place) => rows[0]?.[place]?.[digit] ?? NaN),
    symbols: Array.from(source.data, Number).map((symbol) => (symbol === 10 ? '+' : String(symbol))),
    heads: scores.flatMap(headsOf),
  };
};

const loaded = new Map<PretrainedName, ReturnType<typeof loadAnew>>();

/** Each model once. */
function load(name: PretrainedName): ReturnType<typeof loadAnew> {
  const found = loaded.get(name) ?? loadAnew(name);
  loaded.set(name, found);
  return found;
}

async function loadAnew(name: PretrainedName) {
  const { model } = await pretrained(name);
  return { model, looking: withAttentionScores(model) };
}

/** The shares of the only example of a batch, for each head. */
function headsOf(scores: NdArray): number[][][] {
  const [target = 0, source = 0] = scores.shape.slice(-2);
  return scores.reshape([scores.data.length / (target * source), target, source]).toArray() as number[][][];
}

import { wasm } from '@myelin/backend-wasm';
import { NdArray, setSeed, useBackend } from '@myelin/core';
import type { Model } from '@myelin/models';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerAdditions,
  causalTransformer,
  decodeGreedily,
  encodeAdditions,
  encodeNames,
  generateName,
  generateSequence,
  sequenceToSequence,
  transformer,
  withAttentionScores,
} from '../index.js';

beforeAll(() => useBackend(wasm()));

/** Models for numbers of one digit. */
const short = { sourceLength: 3, targetLength: 2, units: 16, learningRate: 0.01 };
const translators: Readonly<Record<string, () => Model>> = {
  transformer: () => transformer({ ...short, heads: 2 }),
  sequenceToSequence: () => sequenceToSequence({ ...short, units: 32, dimensions: 8 }),
};

const sums = Array.from({ length: 100 }, (_, i) => {
  const [a, b] = [Math.floor(i / 10), i % 10];
  return { question: `${a}+${b}`, answer: String(a + b) };
});

describe.each(Object.entries(translators))('%s', (_, makeModel) => {
  it('learns, in a compiled program, and then says what it is not given', async () => {
    setSeed(1);
    const model = makeModel();
    const { x, y } = encodeAdditions(sums, { digits: 1 });
    model.compile({
      optimizer: model.optimizer ?? 'adam',
      loss: 'sparse_categorical_crossentropy',
      jitCompile: true,
    });
    await model.fit(x, y, { epochs: 100, batchSize: 25, verbose: 0 });
    const answers = await answerAdditions(
      model,
      sums.map(({ question }) => question),
      { digits: 1 },
    );
    const right = answers.filter((answer, i) => answer === sums[i]?.answer).length;
    expect(right).toBeGreaterThan(95);
  });

  it('sees nothing of the target but what was said before', async () => {
    const model = makeModel();
    const source = NdArray.from([[1, 10, 2]], 'int32');
    const given = (last: number): NdArray => NdArray.from([[10, last]], 'int32');
    const [one, other] = [await model.predict([source, given(3)]), await model.predict([source, given(7)])];
    expect(one.data.slice(0, 10)).toEqual(other.data.slice(0, 10));
    expect(one.data.slice(10)).not.toEqual(other.data.slice(10));
  });

  it('tells what it looks at, and says the same', async () => {
    const model = makeModel();
    const { x } = encodeAdditions(sums.slice(0, 5), { digits: 1 });
    const [said, ...scores] = await withAttentionScores(model).predict<NdArray[]>(x);
    expect(said?.data).toEqual((await model.predict(x)).data);
    // Two heads in any case: of one layer, or of two.
    const rows = scores.flatMap((array) => array.reshape([array.data.length / 3, 3]).toArray() as number[][]);
    expect(rows).toHaveLength(2 * 5 * 2);
    for (const row of rows) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('stays the same through a file, places and all', async () => {
    const { loadModel } = await import('@myelin/models');
    const model = makeModel();
    const { x } = encodeAdditions(sums.slice(0, 3), { digits: 1 });
    const again = await loadModel(await model.toBytes());
    expect((await again.predict(x)).data).toEqual((await model.predict(x)).data);
    const [said] = await withAttentionScores(again).predict<NdArray[]>(x);
    expect(said?.data).toEqual((await model.predict(x)).data);
  });
});

describe('encodeAdditions', () => {
  it('fills up with zeros, and writes answers from their end', () => {
    const { x, y } = encodeAdditions([
      { question: '9+995', answer: '1004' },
      { question: '12+0', answer: '12' },
    ]);
    expect(x.map((array) => array.toArray())).toEqual([
      [
        [0, 0, 9, 10, 9, 9, 5],
        [0, 1, 2, 10, 0, 0, 0],
      ],
      [
        [10, 4, 0, 0],
        [10, 2, 1, 0],
      ],
    ]);
    expect(y.toArray()).toEqual([
      [4, 0, 0, 1],
      [2, 1, 0, 0],
    ]);
  });

  it('refuses what is no addition of so many digits', async () => {
    const wrong = ['1000+1', '1-1', '+1', ' 1+1'];
    for (const question of wrong) {
      await expect(answerAdditions(transformer(), [question])).rejects.toThrow(
        `at most 3 digits, such as 123+45, got "${question}"`,
      );
    }
  });
});

describe('decodeGreedily', () => {
  it('refuses models of one input', async () => {
    await expect(decodeGreedily(causalTransformer(), NdArray.zeros([1, 7], 'int32'))).rejects.toThrow(
      'got 1 inputs and an output of the shape (None, 16, 27)',
    );
  });
});

describe('causalTransformer', () => {
  const small = { symbols: 27, length: 6, units: 16, heads: 2, blocks: 1, learningRate: 0.02 };

  it('sees nothing of what comes later', async () => {
    const model = causalTransformer(small);
    const said = async (last: number): Promise<NdArray> =>
      model.predict(NdArray.from([[0, 1, 2, 3, 4, last]], 'int32'));
    const [one, other] = [await said(5), await said(6)];
    expect(one.data.slice(0, 5 * 27)).toEqual(other.data.slice(0, 5 * 27));
    expect(one.data.slice(5 * 27)).not.toEqual(other.data.slice(5 * 27));
  });

  it('writes what it has learned by heart, of any length', async () => {
    setSeed(1);
    const model = causalTransformer(small);
    const { x, y } = encodeNames(['ada', 'bo', 'celia'], { length: 6 });
    await model.fit(x, y, { epochs: 80, verbose: 0 });
    for (const name of ['ada', 'bo', 'celia']) {
      expect(await generateName(model, { beginning: name.charAt(0), temperature: 0 })).toBe(name);
    }
    const drawn = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => generateName(model, { seed })));
    expect(new Set(drawn).size).toBeGreaterThan(1);
    for (const name of drawn) expect(['ada', 'bo', 'celia']).toContain(name);
  });

  it('repeats a sequence from its seed, and never fills the last place', async () => {
    const model = causalTransformer(small);
    const write = (seed: number): Promise<number[]> => generateSequence(model, { seed, temperature: 5 });
    const sequences = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(write));
    expect(await write(3)).toEqual(sequences[2]);
    expect(new Set(sequences.map(String)).size).toBeGreaterThan(4);
    for (const sequence of sequences) expect(sequence.length).toBeLessThanOrEqual(5);
  });

  it('refuses prompts and temperatures that make no sense', async () => {
    const model = causalTransformer(small);
    await expect(generateName(model, { beginning: 'Ada' })).rejects.toThrow('small letters');
    await expect(generateName(model, { beginning: 'adaad' })).rejects.toThrow('less than 5 symbols, got 5');
    await expect(generateName(model, { temperature: -1 })).rejects.toThrow('temperature');
  });
});

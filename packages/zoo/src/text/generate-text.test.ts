import { wasm } from '@myelin/backend-wasm';
import { NdArray, setSeed, useBackend } from '@myelin/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { characterModel, generateText, temperedProbabilities } from '../index.js';

const vocabulary = ['a', 'b', 'c', ' '];
const options = { vocabularySize: 4, dimensions: 3, units: 8, learningRate: 0.05 };

beforeAll(() => useBackend(wasm()));

/** The numbers of letters as a batch of one. */
const numbered = (text: string): NdArray =>
  new NdArray(
    Int32Array.from(Array.from(text), (letter) => vocabulary.indexOf(letter)),
    [1, text.length],
  );

describe('generateText', () => {
  it.each(['lstm', 'gru'] as const)(
    'carries what a model with %s remembers from letter to letter',
    async (cell) => {
      setSeed(1);
      const model = characterModel({ ...options, cell });
      const seen: Float32Array[] = [];
      const prompt = 'abca b';
      const text = await generateText(model, prompt, {
        vocabulary,
        length: 12,
        seed: 3,
        onLetter: (_, probabilities) => seen.push(probabilities),
      });
      expect(text).toHaveLength(12);
      const whole = await model.predict(numbered(prompt + text), { verbose: 0 });
      const rows = whole.reshape([prompt.length + 12, 4]);
      seen.forEach((probabilities, i) => {
        const row = rows.rows(prompt.length - 1 + i, prompt.length + i).data as Float32Array;
        probabilities.forEach((value, letter) => {
          expect(value).toBeCloseTo(row[letter] ?? NaN, 5);
        });
      });
    },
  );

  it('writes on what it has learned by heart', async () => {
    setSeed(1);
    const model = characterModel(options);
    const song = 'abc cba '.repeat(4);
    const [x, y] = [numbered(song.slice(0, -1)), numbered(song.slice(1))];
    await model.fit(x, y, { epochs: 150, verbose: 0 });
    expect(await generateText(model, 'abc', { vocabulary, length: 13, temperature: 0 })).toBe(
      ' cba abc cba ',
    );
    expect(await generateText(model, '?a', { vocabulary, length: 2, temperature: 0.1, seed: 1 })).toBe('bc');
  });

  it('repeats a text from its seed, and ends early where it is told to', async () => {
    const model = characterModel(options);
    const write = (seed: number): Promise<string> =>
      generateText(model, 'a', { vocabulary, length: 30, seed });
    expect(await write(1)).toBe(await write(1));
    expect(await write(1)).not.toBe(await write(2));
    const stop = new AbortController();
    let written = '';
    await generateText(model, 'a', {
      vocabulary,
      signal: stop.signal,
      onLetter(letter) {
        written += letter;
        if (written.length === 5) stop.abort();
      },
    });
    expect(written).toHaveLength(5);
  });

  it('needs a letter to begin with', async () => {
    await expect(generateText(characterModel(options), '?!', { vocabulary })).rejects.toThrow('"?!"');
  });
});

describe('temperedProbabilities', () => {
  it('stays at 1, takes the likeliest at 0, and does not vanish on the way', () => {
    const given = [0.1, 0.6, 0.3];
    expect(temperedProbabilities(given, 1)).toEqual(Float32Array.from(given));
    expect(temperedProbabilities(given, 0)).toEqual(Float32Array.of(0, 1, 0));
    expect(temperedProbabilities([1e-30, 1e-31], 0.01)[0]).toBeCloseTo(1);
    const hot = temperedProbabilities(given, 1e6);
    for (const value of hot) expect(value).toBeCloseTo(1 / 3, 4);
    expect(() => temperedProbabilities(given, -1)).toThrow('temperature');
    expect(() => temperedProbabilities(given, NaN)).toThrow('temperature');
  });
});

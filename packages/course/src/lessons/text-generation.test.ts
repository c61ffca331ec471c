import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { generateText, pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { textGeneration } from './text-generation.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

beforeAll(() => useBackend(wasm()));

describe('the network that has read Shakespeare', () => {
  it('writes lines of words, some of which come often in English', async () => {
    const { model, vocabulary = [] } = await pretrained('shakespeare-lstm');
    const text = await generateText(model, 'ROMEO:\n', {
      vocabulary,
      length: 400,
      temperature: 0.5,
      seed: 1,
    });
    expect(text).toHaveLength(400);
    expect(text.match(/\b(the|and|to|of|my|you|I|is|that|in)\b/g)?.length ?? 0).toBeGreaterThan(10);
    expect(text.split('\n').length).toBeGreaterThan(5);
  });

  it.runIf(mirror)(
    'costs below 2.4 bits a letter on plays that it has not read, as its card says (runs where MYELIN_DATA_MIRROR is set)',
    async () => {
      const { model, figure } = await pretrained('shakespeare-lstm');
      const [training] = textGeneration.trainings;
      if (training === undefined) throw new Error('the lesson has a training');
      const { test } = await training.loadData(1);
      const { loss = NaN } = await model.evaluate(test.x, test.y, { verbose: 0 });
      expect(loss / Math.LN2).toBeLessThan(2.4);
      expect(loss / Math.LN2).toBeCloseTo(figure.value, 2);
    },
  );
});

import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { pretrained, writeLetter } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { gaussianBaseline } from './handwriting/gaussian-baseline.js';
import { handwriting, splitLetters } from './handwriting.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

// The whole lesson takes minutes; what it trained is held against what is asked.
describe('the hand that ships', { timeout: 60_000 }, () => {
  beforeAll(() => useBackend(wasm()));

  it('is what the lesson trains', async () => {
    const { model, lesson } = await pretrained('letter-writer');
    expect(lesson).toBe('handwriting');
    const [ten, one] = handwriting.trainings;
    expect(model.countParams()).toBe(ten?.makeModel().countParams());
    expect(one?.makeModel().countParams()).toBeLessThan(model.countParams());
  });

  it('writes letters that end, of the size that it learned', async () => {
    const { model } = await pretrained('letter-writer');
    for (const letter of 'aeglt') {
      const strokes = await writeLetter(model, letter, { seed: 1 });
      const ys = strokes.flat().map(([, y]) => y);
      const height = Math.max(...ys) - Math.min(...ys);
      expect(height, letter).toBeGreaterThan(2.5);
      expect(height, letter).toBeLessThan(20);
      expect(strokes.flat().length, letter).toBeLessThan(40);
    }
  });

  it.runIf(mirror)(
    'is less surprised by hands not seen than one Gaussian, by a nat a point (runs where MYELIN_DATA_MIRROR is set: no server has the letters)',
    async () => {
      const { model, figure } = await pretrained('letter-writer');
      const { train, test } = await splitLetters();
      const { loss = NaN } = await model.evaluate(test.x, test.y, { verbose: 0 });
      expect(loss).toBeCloseTo(figure.value, 2);
      expect(loss).toBeLessThan(gaussianBaseline(train.y, test.y) - 1);
    },
  );
});

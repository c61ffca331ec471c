import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { additions } from '@myelin/datasets';
import { answerAdditions, pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { countedSymbolBits } from '../measures/counted-symbol-bits.js';
import { symbolBits } from '../measures/symbol-bits.js';
import { attention, splitNames } from './attention.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

beforeAll(() => useBackend(wasm()));

describe('the models of the lesson that ship', () => {
  it.each(['addition-recurrent', 'addition-transformer'] as const)(
    '%s adds what it has not learned from',
    { timeout: 60_000 },
    async (name) => {
      const { model, figure, seed } = await pretrained(name);
      const { test } = additions({ digits: 3, seed });
      const answers = await answerAdditions(
        model,
        test.map(({ question }) => question),
      );
      const right = answers.filter((answer, i) => answer === test[i]?.answer).length / test.length;
      expect(right).toBeGreaterThanOrEqual(0.99);
      expect(right).toBeCloseTo(figure.value, 3);
      // Carries through all digits, and none at all.
      expect(await answerAdditions(model, ['999+1', '1+999', '500+500', '0+0'])).toEqual([
        '1000',
        '1000',
        '1000',
        '0',
      ]);
    },
  );

  it.runIf(mirror)(
    'know names that they have not learned from better than counting does (runs where MYELIN_DATA_MIRROR is set: the names are no part of the packages)',
    { timeout: 60_000 },
    async () => {
      const { model, figure, seed } = await pretrained('names-transformer');
      const data = await attention.trainings.find(({ id }) => id === 'names-transformer')?.loadData(seed);
      if (data === undefined) throw new TypeError('The lesson has no such training.');
      const bits = symbolBits(data.test.y, await model.predict(data.test.x, { verbose: 0 }));
      expect(bits).toBeCloseTo(figure.value, 2);
      const { train, test } = await splitNames(seed);
      expect(bits).toBeLessThan(countedSymbolBits(train, test, 3));
    },
  );
});

import { existsSync } from 'node:fs';
import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { accuracy } from '../measures/accuracy.js';
import { cnn } from './cnn.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

beforeAll(async () => {
  await useBackend(wasm());
});

describe('cnn', () => {
  it('trains networks that Keras can repeat', () => {
    const made = cnn.trainings.map((training) => [training.id, training.makeModel().countParams()]);
    expect(Object.fromEntries(made)).toEqual({
      'mnist-cnn': 55_114,
      'fashion-mnist-cnn': 55_114,
      'flowers-plain': 3_078_093,
      'flowers-augmented': 44_517,
    });
  });

  describe.each(['mnist-cnn', 'fashion-mnist-cnn'] as const)('%s, as it ships', (name) => {
    const training = cnn.trainings.find(({ id }) => id === name);
    const bound = training?.asked !== undefined && 'atLeast' in training.asked ? training.asked.atLeast : NaN;
    const folder = `${mirror}/${name.replace('-cnn', '')}`;

    it('says that it reaches what is asked', async () => {
      const { figure, lesson } = await pretrained(name);
      expect(figure.title).toBe(training?.title);
      expect(figure.value).toBeGreaterThanOrEqual(bound);
      expect(lesson).toBe('cnn');
    });

    it.runIf(mirror !== undefined && existsSync(folder))(
      'reaches it on the 10,000 test images (runs where MYELIN_DATA_MIRROR has them: they are too large to come along)',
      { timeout: 120_000 },
      async () => {
        const { model, figure } = await pretrained(name);
        const data = await training?.loadData(1);
        if (data === undefined) throw new Error(`The lesson has no ${name}.`);
        const predicted = await model.predict(data.test.x, { batchSize: 500, verbose: 0 });
        const reached = accuracy(data.test.y, predicted);
        expect(reached).toBeGreaterThanOrEqual(bound);
        expect(reached).toBeCloseTo(figure.value, 3);
      },
    );
  });
});

import { setSeed } from '@myelin/core';
import { type DeepMlpOptions, deepMlp } from '@myelin/zoo';
import { describe, expect, it } from 'vitest';
import { flatDigits } from '../data/flat-digits.js';
import { expectReached } from '../expect-reached.js';
import { gradientName, watchGradients } from '../measures/watch-gradients.js';
import { measureGradients, vanishingGradients } from './vanishing-gradients.js';

// The trainings take a minute: `myelin course vanishing-gradients` runs them.
expectReached({ ...vanishingGradients, run: measureGradients });

describe('a deep network', () => {
  async function accuracyAfterOneEpoch(options: DeepMlpOptions): Promise<number> {
    setSeed(1);
    const { train, test } = await flatDigits();
    const model = deepMlp(options);
    await model.fit(train.x, train.y, { verbose: 0 });
    return (await model.evaluate(test.x, test.y, { verbose: 0 }))['accuracy'] ?? NaN;
  }

  it('learns nothing through ten sigmoids, and much through ten relu', { timeout: 60_000 }, async () => {
    expect(await accuracyAfterOneEpoch({})).toBeLessThan(0.15);
    const cured = await accuracyAfterOneEpoch({ activation: 'relu', kernelInitializer: 'he_normal' });
    expect(cured).toBeGreaterThan(0.6);
  });

  it('learns the same while its gradients are watched, in a program', async () => {
    const { train } = await flatDigits();
    const [x, y] = [train.x.rows(0, 64), train.y.rows(0, 64)];
    const options = { optimizer: 'sgd', loss: 'categorical_crossentropy', jitCompile: true } as const;
    const lossesOf = async (isWatched: boolean): Promise<Readonly<Record<string, readonly number[]>>> => {
      setSeed(1);
      const model = deepMlp({ depth: 2, batchNormalization: true, residual: true });
      if (isWatched) watchGradients(model, options);
      else model.compile(options);
      const { history } = await model.fit(x, y, { epochs: 3, shuffle: false, verbose: 0 });
      return history;
    };
    const [plain, watched] = [await lossesOf(false), await lossesOf(true)];
    expect(Object.keys(watched)).toEqual([gradientName(1), gradientName(2), 'loss']);
    watched['loss']?.forEach((loss, i) => {
      expect(loss).toBeCloseTo(plain['loss']?.[i] ?? NaN, 5);
    });
  });
});

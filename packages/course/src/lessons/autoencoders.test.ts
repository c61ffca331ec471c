import { wasm } from '@myelin/backend-wasm';
import { type NdArray, setSeed, useBackend } from '@myelin/core';
import type { TrainTest } from '@myelin/datasets';
import { pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import { classSurprise } from '../measures/class-surprise.js';
import { meanSquaredError } from '../measures/mean-squared-error.js';
import { signalGain } from '../measures/signal-gain.js';
import { autoencoders, blackAndWhiteDigits, errorsOfPca } from './autoencoders.js';

const dataOf = (wanted: string): Promise<TrainTest> => {
  const training = autoencoders.trainings.find(({ id }) => id === wanted);
  if (training === undefined) throw new Error(`The lesson has no training ${wanted}.`);
  return training.loadData(1) as Promise<TrainTest>;
};

const predictedBy = async (name: Parameters<typeof pretrained>[0], x: NdArray): Promise<NdArray> =>
  (await pretrained(name)).model.predict(x, { verbose: 0 });

// The whole lesson takes minutes; what it trained is held against what is asked on the images it has not seen.
describe('autoencoders, as they ship', { timeout: 60_000 }, () => {
  beforeAll(() => useBackend(wasm()));

  it('lose less of unseen digits than as many principal components', async () => {
    const data = await dataOf('digits-autoencoder-2');
    const { figure } = await pretrained('digits-autoencoder-2');
    const error = meanSquaredError(await predictedBy('digits-autoencoder-2', data.test.x), data.test.x);
    // Components of all 9,000 take seconds longer, and lose hardly less.
    const some = { ...data.train, x: data.train.x.rows(0, 2000) };
    expect(error).toBeLessThan((errorsOfPca({ ...data, train: some }, [2])[2] ?? 0) * 0.9);
    expect(error).toBeCloseTo(figure.value, 5);
  });

  it('take at least 5 dB of noise off unseen digits', async () => {
    const { test } = await dataOf('digits-denoiser');
    const cleaned = await predictedBy('digits-denoiser', test.x);
    expect(signalGain(test.y, test.x, cleaned)).toBeGreaterThan(5);
  });

  it('know more of black and white digits than how often pixels are black in each class', async () => {
    const { train, test } = await blackAndWhiteDigits();
    const { model, figure } = await pretrained('digits-vae-2');
    setSeed(1);
    const { loss } = await model.evaluate(test.x, test.x, { verbose: 0 });
    expect(loss).toBeLessThan(classSurprise(train, test.x));
    // Other codes are drawn than where it was measured first.
    expect(Math.abs((loss ?? NaN) - figure.value)).toBeLessThan(0.5);
  });
});

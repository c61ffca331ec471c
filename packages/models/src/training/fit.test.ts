import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { eagerRuntime } from '@myelin/ops';
import { memory } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { sequential } from '../sequential.js';

const x = NdArray.from(Array.from({ length: 40 }, (_, i) => [Math.sin(i), Math.cos(i * 1.7), i / 40]));
const y = NdArray.from(Array.from({ length: 40 }, (_, i) => [Math.sin(i) * 2 - i / 40]));

function regressor() {
  const model = sequential([dense({ units: 8, activation: 'relu', inputShape: [3] }), dense({ units: 1 })]);
  model.compile({ optimizer: 'adam', loss: 'mse' });
  return model;
}

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

describe('fit', () => {
  it('learns, and leaves no tensor behind', async () => {
    const model = regressor();
    const before = memory().numTensors;
    const { history, epoch } = await model.fit(x, y, { epochs: 120, verbose: 0, batchSize: 16 });
    expect(memory().numTensors).toBe(before);
    expect(epoch).toHaveLength(120);
    const loss = history['loss'] ?? [];
    expect(loss.at(-1)).toBeLessThan((loss[0] ?? 0) / 1.5);
    const { loss: evaluated } = await model.evaluate(x, y);
    expect(memory().numTensors).toBe(before);
    const predictions = await model.predict(x);
    expect(memory().numTensors).toBe(before);
    expect(predictions.shape).toEqual([40, 1]);
    const byHand =
      (predictions.data as Float32Array).reduce((sum, p, i) => sum + (p - Number(y.data[i])) ** 2, 0) / 40;
    expect(evaluated).toBeCloseTo(byHand, 5);
  });

  it('has the same history twice with one seed', async () => {
    const run = async () => {
      clearSession();
      setSeed(7);
      return (await regressor().fit(x, y, { epochs: 5, verbose: 0, validationSplit: 0.3 })).history;
    };
    const first = await run();
    expect(Object.keys(first)).toEqual(['loss', 'val_loss']);
    expect(await run()).toEqual(first);
  });

  it('stops cleanly when aborted', async () => {
    const controller = new AbortController();
    const { epoch } = await regressor().fit(x, y, {
      epochs: 50,
      verbose: 0,
      signal: controller.signal,
      callbacks: [
        {
          onEpochEnd(number) {
            if (number === 2) controller.abort();
          },
        },
      ],
    });
    expect(epoch).toEqual([0, 1, 2]);
  });

  it('leaves no tensor behind when a callback or the data fails in the middle', async () => {
    const model = regressor();
    const before = memory().numTensors;
    const failing = { onEpochEnd: () => Promise.reject(new Error('no more')) };
    await expect(model.fit(x, y, { verbose: 0, callbacks: [failing] })).rejects.toThrow('no more');
    function* batches() {
      yield { x: x.rows(0, 16), y: y.rows(0, 16) };
      throw new Error('the data ends early');
    }
    await expect(model.fit(batches(), { verbose: 0 })).rejects.toThrow('the data ends early');
    expect(memory().numTensors).toBe(before);
  });

  it('takes as many steps as it is told from data without an end, and closes it', async () => {
    let begun = 0;
    let given = 0;
    let closed = 0;
    function* endless() {
      begun++;
      try {
        for (let i = 0; ; i++, given++)
          yield { x: x.rows(i % 36, (i % 36) + 4), y: y.rows(i % 36, (i % 36) + 4) };
      } finally {
        closed++;
      }
    }
    const model = regressor();
    const { epoch } = await model.fit(
      { [Symbol.iterator]: endless },
      { epochs: 3, stepsPerEpoch: 5, verbose: 0 },
    );
    expect(epoch).toEqual([0, 1, 2]);
    // One generator for all epochs: the last batch has been taken, and none after it.
    expect([begun, given, closed]).toEqual([1, 14, 1]);
    await model.evaluate({ [Symbol.iterator]: endless }, { steps: 2 });
    const predictions = await model.predict({ [Symbol.iterator]: endless }, { steps: 3 });
    expect(predictions.shape).toEqual([12, 1]);
    expect(closed).toBe(3);
  });

  it('evaluates and predicts as many batches as it is told', async () => {
    const model = regressor();
    const whole = await model.evaluate(x.rows(0, 16), y.rows(0, 16), { batchSize: 8 });
    expect(await model.evaluate(x, y, { batchSize: 8, steps: 2 })).toEqual(whole);
    expect((await model.predict(x, { batchSize: 8, steps: 3 })).shape).toEqual([24, 1]);
    await expect(model.predict(x, { steps: 0 })).rejects.toThrow(/`steps` to be a positive whole number/);
    await expect(model.fit(x, y, { stepsPerEpoch: 0.5 })).rejects.toThrow(/`stepsPerEpoch`/);
  });

  it('trains on batches as on arrays', async () => {
    const histories = [];
    for (const asBatches of [false, true]) {
      clearSession();
      setSeed(5);
      const model = regressor();
      const halves = [0, 20].map((start) => ({ x: x.rows(start, start + 20), y: y.rows(start, start + 20) }));
      const options = { epochs: 3, batchSize: 20, shuffle: false, verbose: 0 } as const;
      histories.push((await (asBatches ? model.fit(halves, options) : model.fit(x, y, options))).history);
    }
    expect(histories[1]).toEqual(histories[0]);
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession, setSeed, useBackend } from '@myelin/core';
import { dense, dropout, input, spectralNormalization } from '@myelin/layers';
import { eagerRuntime, ones } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Model, functional } from '../index.js';

beforeEach(async () => {
  await useBackend(eagerRuntime('cpu'));
  clearSession();
  setSeed(1);
});

const zeros = (y: Tensor): number => y.dataSync().filter((value: number) => value === 0).length;

describe('a layer that was told in the graph whether it is for training', () => {
  function dropping(training: boolean): Model {
    const x = input({ shape: [100] });
    return functional({ inputs: x, outputs: dropout({ rate: 0.5 })(x, { training }) });
  }

  it('does so where nobody says otherwise, as in Keras', () => {
    expect(zeros(dropping(true)(ones([1, 100])) as Tensor)).toBeGreaterThan(20);
    expect(zeros(dropping(false)(ones([1, 100])) as Tensor)).toBe(0);
  });

  it('does what the call of the model says', () => {
    expect(zeros(dropping(true)(ones([1, 100]), { training: false }) as Tensor)).toBe(0);
    expect(zeros(dropping(false)(ones([1, 100]), { training: true }) as Tensor)).toBeGreaterThan(20);
  });

  it('does what predict and fit are for', async () => {
    const data = new NdArray(new Float32Array(100).fill(1), [1, 100]);
    expect([...(await dropping(true).predict(data)).data]).not.toContain(0);

    const x = input({ shape: [3] });
    const y = spectralNormalization({ layer: dense({ units: 2 }) })(x, { training: false });
    const model = functional({ inputs: x, outputs: y });
    model.compile({ optimizer: 'sgd', loss: 'mse' });
    const vector = model.weights.find(({ name }) => name === 'vector_u');
    const before = await vector?.read();
    const rows = (width: number): NdArray => new NdArray(new Float32Array(4 * width).fill(1), [4, width]);
    await model.fit(rows(3), rows(2), { verbose: 0 });
    expect((await vector?.read())?.data).not.toEqual(before?.data);
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dense } from '../core/dense.js';
import { embedding } from '../core/embedding.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('enableLora', () => {
  it('freezes the kernel, and trains two small weights in its place', () => {
    const layer = dense({ units: 3 });
    layer.build([null, 4]);
    layer.enableLora(2);
    expect(layer.weights.map(({ path, shape, trainable }) => [path, shape, trainable])).toEqual([
      ['dense/kernel', [4, 3], false],
      ['dense/bias', [3], true],
      ['dense/lora_kernel_a', [4, 2], true],
      ['dense/lora_kernel_b', [2, 3], true],
    ]);
    expect(layer.trainableWeights.map(({ name }) => name)).toEqual([
      'bias',
      'lora_kernel_a',
      'lora_kernel_b',
    ]);
    expect(layer.getConfig()).toMatchObject({ lora_rank: 2, lora_alpha: 2 });
  });

  it('writes the sum to files, and starts anew from them', async () => {
    const layer = dense({ units: 2, useBias: false, loraRank: 1, loraAlpha: 3 });
    layer.build([null, 2]);
    layer.setWeights([
      [
        [1, 2],
        [3, 4],
      ],
      [[1], [2]],
      [[10, 20]],
    ]);
    const [kernel, ...others] = layer.stored;
    expect(others).toEqual([]);
    const sum = [
      [31, 62],
      [63, 124],
    ];
    const file = await kernel?.read();
    expect(file?.toArray()).toEqual(sum);
    kernel?.assign(sum);
    expect((await kernel?.read())?.toArray()).toEqual(sum);
    expect((await layer.getWeights())[2]?.toArray()).toEqual([[0, 0]]);
  });

  it('takes initializers and a strength of its own', async () => {
    const layer = embedding({ inputDim: 3, outputDim: 2 });
    layer.build([null]);
    layer.enableLora(1, { loraAlpha: 0.5, aInitializer: 'ones', bInitializer: 'ones' });
    const [before] = await layer.getWeights();
    const [stored] = await Promise.all(layer.stored.map((one) => one.read()));
    expect(Number(stored?.at(2, 1)) - Number(before?.at(2, 1))).toBeCloseTo(0.5);
    expect(layer.getConfig()).toMatchObject({ lora_rank: 1, lora_alpha: 0.5 });
  });

  it('refuses what makes no sense', () => {
    const layer = dense({ units: 1, name: 'a' });
    expect(() => {
      layer.enableLora(1);
    }).toThrow('a (Dense): expected a layer with weights, got one that is not built');
    layer.build([null, 1]);
    expect(() => {
      layer.enableLora(0);
    }).toThrow('`rank` to be a positive whole number');
    layer.enableLora(1);
    expect(() => {
      layer.enableLora(1);
    }).toThrow('expected a layer that is not adapted yet, got one that is');
    expect(() => {
      dense({ units: 1, loraRank: 1, kernelConstraint: 'non_neg' }).build([null, 1]);
    }).toThrow('expected no constraint on `kernel` to adapt it, got one');
    expect(() => dense({ units: 1, loraRank: 1.5 })).toThrow('`loraRank`');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { NdArray, clearSession } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { layerNormalization } from './layer-normalization.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('layerNormalization', () => {
  it('normalizes each example by itself, also far from zero', () => {
    const row = [999.25, 1000.5, 1001, 1000.25, 998.5];
    const mean = row.reduce((total, x) => total + x, 0) / row.length;
    const variance = row.reduce((total, x) => total + (x - mean) ** 2, 0) / row.length;
    const expected = row.map((x) => (x - mean) / Math.sqrt(variance + 1e-3));
    tidy(() => {
      const y = layerNormalization()(tensor([row, row.map((x) => 3 * x)]));
      const first = y.dataSync<'float32'>().slice(0, row.length);
      expectClose(new NdArray(first, [row.length]), expected, { rtol: 1e-4 });
    });
  });

  it('writes its axes as Keras does: a list once it is built', () => {
    const layer = layerNormalization({ axis: 2 });
    expect(layer.getConfig()).toMatchObject({ axis: 2, rms_scaling: false });
    layer.build([null, 3, 4]);
    expect(layer.getConfig()).toMatchObject({ axis: [2] });
    const several = layerNormalization({ axis: [-1, -2] });
    several.build([null, 3, 4]);
    expect(several.getConfig()).toMatchObject({ axis: [-2, -1] });
    expect(several.weights.map(({ shape }) => shape)).toEqual([
      [3, 4],
      [3, 4],
    ]);
  });

  it('refuses what makes no sense', () => {
    expect(() => layerNormalization({ axis: 0.5 })).toThrow(
      'layer_normalization (LayerNormalization): expected `axis` to be a whole number or several of them, got 0.5.',
    );
    expect(() => layerNormalization({ axis: [] })).toThrow('got []');
    const layer = layerNormalization({ name: 'ln' });
    expect(() => layer(input({ shape: [null] }))).toThrow('ln (LayerNormalization): expected a known size');
    layer(input({ shape: [3] }));
    tidy(() => {
      expect(() => layer(ones([2, 4]))).toThrow('whose axis -1 has the size 3');
    });
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { conv3d } from './conv3d.js';
import { conv3dTranspose } from './conv3d-transpose.js';

beforeAll(() => setBackend('cpu'));
beforeEach(() => {
  clearSession();
});

describe('conv3d', () => {
  it('has kernels for each group, and writes sizes as lists of three', () => {
    const layer = conv3d({ filters: 6, kernelSize: 2, groups: 3, strides: [1, 2, 1] });
    layer.build([null, 4, 8, 8, 9]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['conv3d/kernel', [2, 2, 2, 3, 6]],
      ['conv3d/bias', [6]],
    ]);
    expect(layer.getConfig()).toMatchObject({ kernel_size: [2, 2, 2], strides: [1, 2, 1] });
  });

  it('says what is wrong', () => {
    // @ts-expect-error a size too few
    expect(() => conv3d({ filters: 1, kernelSize: [1, 2] })).toThrow('or 3 of them, got [1,2]');
    // @ts-expect-error a word of sequences
    expect(() => conv3d({ filters: 1, kernelSize: 1, padding: 'causal' })).toThrow('"valid", "same"');
    const layer = conv3d({ filters: 2, kernelSize: 3, name: 'scan' });
    expect(() => layer(input({ shape: [2, 5, 5, 1] }))).toThrow(
      'scan (Conv3D): expected volumes at least as large as its window of 3 x 3 x 3, got 2 x 5 x 5.',
    );
    expect(() =>
      conv3dTranspose({ filters: 1, kernelSize: 3, strides: 2, outputPadding: [1, 2, 0] }),
    ).toThrow('with strides of 2 x 2 x 2');
  });

  it('is undone in size by conv3dTranspose', () => {
    tidy(() => {
      const small = conv3d({ filters: 2, kernelSize: [1, 2, 3], strides: [1, 2, 3] })(ones([1, 2, 4, 9, 1]));
      const large = conv3dTranspose({ filters: 1, kernelSize: [1, 2, 3], strides: [1, 2, 3] })(small);
      expect(large.shape).toEqual([1, 2, 4, 9, 1]);
    });
  });
});

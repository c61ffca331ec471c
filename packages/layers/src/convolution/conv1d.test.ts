import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { conv1d } from './conv1d.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('conv1d', () => {
  it('lets no step see a later one where it is causal', () => {
    tidy(() => {
      const layer = conv1d({
        filters: 1,
        kernelSize: 2,
        dilationRate: 2,
        padding: 'causal',
        kernelInitializer: 'ones',
      });
      expect(layer(tensor([[[1], [2], [4], [8]]])).arraySync()).toEqual([[[1], [2], [5], [10]]]);
    });
  });

  it('has kernels for each group, and writes sizes as lists of one', () => {
    const layer = conv1d({ filters: 6, kernelSize: 2, groups: 3, strides: [2] });
    layer.build([null, 8, 9]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['conv1d/kernel', [2, 3, 6]],
      ['conv1d/bias', [6]],
    ]);
    expect(layer.getConfig()).toMatchObject({ kernel_size: [2], strides: [2], dilation_rate: [1] });
  });

  it('refuses options that make no sense', () => {
    expect(() => conv1d({ filters: 1, kernelSize: 0 })).toThrow(
      'conv1d (Conv1D): expected `kernelSize` to be a positive whole number, got 0.',
    );
    // @ts-expect-error a size too many
    expect(() => conv1d({ filters: 1, kernelSize: [1, 2] })).toThrow('got [1,2]');
    expect(() => conv1d({ filters: 1, kernelSize: 3, strides: 2, dilationRate: 2 })).toThrow(
      'expected `strides` or `dilationRate` above 1, not both, got 2 and 2.',
    );
    expect(() => conv1d({ filters: 3, kernelSize: 3, groups: 2 })).toThrow('2 groups divide');
    // @ts-expect-error an unknown word
    expect(() => conv1d({ filters: 1, kernelSize: 3, padding: 'casual' })).toThrow('Did you mean "causal"?');
  });

  it('refuses sequences that do not fit, naming itself', () => {
    const layer = conv1d({ filters: 2, kernelSize: 3, dilationRate: 2, name: 'ear' });
    expect(() => layer(input({ shape: [5, 5, 5] }))).toThrow('ear (Conv1D): expected an input with 3 axes');
    layer(input({ shape: [null, 3] }));
    tidy(() => {
      expect(() => layer(ones([1, 5, 1]))).toThrow('expected an input whose axis -1 has the size 3');
      expect(() => layer(ones([1, 4, 3]))).toThrow(
        'ear (Conv1D): expected sequences at least as long as its window of 5, got 4.',
      );
    });
  });
});

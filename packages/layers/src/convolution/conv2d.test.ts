import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { conv2d } from './conv2d.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('conv2d', () => {
  it('has kernels for each group, and fits their initial values to them', () => {
    const layer = conv2d({ filters: 6, kernelSize: [2, 3], groups: 3 });
    layer.build([null, 8, 8, 9]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['conv2d/kernel', [2, 3, 3, 6]],
      ['conv2d/bias', [6]],
    ]);
  });

  it('writes sizes as pairs', () => {
    expect(conv2d({ filters: 1, kernelSize: 3, strides: [1, 2] }).getConfig()).toMatchObject({
      kernel_size: [3, 3],
      strides: [1, 2],
      dilation_rate: [1, 1],
      data_format: 'channels_last',
    });
  });

  it('refuses options that make no sense', () => {
    expect(() => conv2d({ filters: -1, kernelSize: 3 })).toThrow(
      'conv2d (Conv2D): expected `filters` to be a positive whole number, got -1.',
    );
    expect(() => conv2d({ filters: 1, kernelSize: 0 })).toThrow(
      '`kernelSize` to be a positive whole number, got 0',
    );
    // @ts-expect-error three sizes
    expect(() => conv2d({ filters: 1, kernelSize: [1, 2, 3] })).toThrow('got [1,2,3]');
    expect(() => conv2d({ filters: 1, kernelSize: 3, strides: -2 })).toThrow('`strides`');
    expect(() => conv2d({ filters: 1, kernelSize: 3, strides: 2, dilationRate: 2 })).toThrow(
      'expected `strides` or `dilationRate` above 1, not both, got 2 x 2 and 2 x 2.',
    );
    expect(() => conv2d({ filters: 3, kernelSize: 3, groups: 2 })).toThrow(
      '`filters` that 2 groups divide, got 3',
    );
    // @ts-expect-error an unknown word
    expect(() => conv2d({ filters: 1, kernelSize: 3, padding: 'sane' })).toThrow('Did you mean "same"?');
  });

  it('refuses images that do not fit, naming itself', () => {
    const layer = conv2d({ filters: 2, kernelSize: 3, name: 'eye' });
    expect(() => layer(input({ shape: [5, 5] }))).toThrow('eye (Conv2D): expected an input with 4 axes');
    expect(() => layer(input({ shape: [5, 5, null] }))).toThrow(
      'eye (Conv2D): expected a known size of axis -1',
    );
    layer(input({ shape: [5, 5, 3] }));
    tidy(() => {
      expect(() => layer(ones([1, 5, 5, 1]))).toThrow('expected an input whose axis -1 has the size 3');
      expect(() => layer(ones([1, 5, 2, 3]))).toThrow(
        'eye (Conv2D): expected images at least as large as its window of 3 x 3, got 5 x 2.',
      );
    });
    const wide = conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, name: 'wide' });
    expect(() => wide(input({ shape: [4, 9, 1] }))).toThrow('window of 5 x 5, got 4 x 9');
    expect(() => conv2d({ filters: 2, kernelSize: 3, groups: 2 })(input({ shape: [5, 5, 3] }))).toThrow(
      'expected a number of channels that 2 groups divide, got 3',
    );
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { depthwiseConv1d } from './depthwise-conv1d.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';
import { separableConv2d } from './separable-conv2d.js';

beforeAll(() => setBackend('cpu'));
beforeEach(() => {
  clearSession();
});

describe('depthwiseConv2d', () => {
  it('has a bias for each channel that a channel becomes', () => {
    const layer = depthwiseConv2d({ kernelSize: [2, 3], depthMultiplier: 2 });
    expect(layer(input({ shape: [null, 5, 3] })).shape).toEqual([null, null, 3, 6]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['depthwise_conv2d/kernel', [2, 3, 3, 2]],
      ['depthwise_conv2d/bias', [6]],
    ]);
  });

  it('takes strides together with a dilation', () => {
    const layer = depthwiseConv1d({
      kernelSize: 2,
      strides: 2,
      dilationRate: 3,
      depthwiseInitializer: 'ones',
    });
    tidy(() => {
      expect(layer(ones([1, 8, 1])).arraySync()).toEqual([[[2], [2], [2]]]);
    });
  });

  it('says what is wrong', () => {
    expect(() => depthwiseConv2d({ kernelSize: 2, depthMultiplier: 0 })).toThrow(
      '`depthMultiplier` to be a positive whole number, got 0',
    );
    // @ts-expect-error a word of other layers
    expect(() => depthwiseConv1d({ kernelSize: 2, padding: 'causal' })).toThrow('"valid", "same"');
    expect(() => depthwiseConv2d({ kernelSize: 3, name: 'eye' })(input({ shape: [2, 5, 1] }))).toThrow(
      'eye (DepthwiseConv2D): expected images at least as large as its window of 3 x 3, got 2 x 5.',
    );
  });
});

describe('separableConv2d', () => {
  it('has a kernel for each step', () => {
    const layer = separableConv2d({ filters: 4, kernelSize: 3, depthMultiplier: 2 });
    layer.build([null, 8, 8, 3]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['separable_conv2d/depthwise_kernel', [3, 3, 3, 2]],
      ['separable_conv2d/pointwise_kernel', [1, 1, 6, 4]],
      ['separable_conv2d/bias', [4]],
    ]);
  });
});

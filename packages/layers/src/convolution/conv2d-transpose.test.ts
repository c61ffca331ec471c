import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { conv2d } from './conv2d.js';
import { conv2dTranspose } from './conv2d-transpose.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('conv2dTranspose', () => {
  it('undoes the change of size of a convolution with the same options', () => {
    const options = fc.record({
      kernelSize: fc.integer({ min: 1, max: 5 }),
      strides: fc.integer({ min: 1, max: 3 }),
      padding: fc.constantFrom('valid' as const, 'same' as const),
    });
    fc.assert(
      fc.property(options, fc.integer({ min: 1, max: 6 }), (config, size) => {
        const large = conv2dTranspose({ filters: 1, ...config })(input({ shape: [size, size, 1] }));
        const again = conv2d({ filters: 1, ...config })(large);
        expect(again.shape).toEqual([null, size, size, 1]);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps sizes that are open', () => {
    const layer = conv2dTranspose({ filters: 3, kernelSize: 2, strides: 2, padding: 'same' });
    expect(layer(input({ shape: [null, 4, 1] })).shape).toEqual([null, null, 8, 3]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['conv2d_transpose/kernel', [2, 2, 3, 1]],
      ['conv2d_transpose/bias', [3]],
    ]);
  });

  it('refuses options that make no sense', () => {
    expect(() => conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, outputPadding: 2 })).toThrow(
      'expected `outputPadding` to be whole numbers from 0 on that are less than the `strides`, ' +
        'got 2 with strides of 2 x 2.',
    );
    expect(() => conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, outputPadding: [-1, 0] })).toThrow(
      'got [-1,0] with',
    );
    expect(() => conv2dTranspose({ filters: 1, kernelSize: 3, strides: 2, dilationRate: 2 })).toThrow(
      'conv2d_transpose_2 (Conv2DTranspose): expected `strides` or `dilationRate` above 1, not both',
    );
  });

  it('refuses images that do not fit, and sizes that no convolution makes', () => {
    const layer = conv2dTranspose({ filters: 1, kernelSize: 3, name: 'up' });
    expect(() => layer(input({ shape: [5, 5, null] }))).toThrow(
      'up (Conv2DTranspose): expected a known size of axis -1',
    );
    layer(input({ shape: [5, 5, 2] }));
    const even = conv2dTranspose({
      filters: 1,
      kernelSize: 2,
      strides: 2,
      padding: 'same',
      outputPadding: 0,
    });
    tidy(() => {
      expect(() => layer(ones([1, 5, 5, 1]))).toThrow('whose axis -1 has the size 2');
      expect(() => even(ones([1, 2, 2, 1]))).toThrow("got an output padding of 0 with padding 'same'");
    });
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { ones, sum, tensor, valueAndGradients } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { globalMaxPooling2d } from './global-max-pooling2d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('globalMaxPooling2d', () => {
  it('shares the gradient between elements that tie', () => {
    tidy(() => {
      const x = tensor([
        [
          [[-3], [-1]],
          [[-1], [-2]],
        ],
      ]);
      const { value, gradients } = valueAndGradients(() => sum(globalMaxPooling2d()(x)), [x]);
      expect(value.arraySync()).toBe(-1);
      expect(gradients[0]?.arraySync()).toEqual([
        [
          [[0], [0.5]],
          [[0.5], [0]],
        ],
      ]);
    });
  });

  it('takes images of any size', () => {
    expect(globalMaxPooling2d()(input({ shape: [null, null, 3] })).shape).toEqual([null, 3]);
    const first = globalMaxPooling2d({ dataFormat: 'channels_first', keepdims: true });
    expect(first(input({ shape: [3, null, null] })).shape).toEqual([null, 3, 1, 1]);
    tidy(() => {
      expect(() => globalMaxPooling2d()(ones([2, 3, 4]))).toThrow('an input with 4 axes');
    });
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { globalAveragePooling1d } from './global-average-pooling1d.js';
import { globalAveragePooling2d } from './global-average-pooling2d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('globalAveragePooling1d', () => {
  it('leaves out masked steps, whatever is in them', () => {
    tidy(() => {
      const mask = tensor([[1, 0, 1]], 'bool');
      expect(globalAveragePooling1d()(tensor([[[1], [NaN], [5]]]), { mask }).arraySync()).toEqual([[3]]);
      expect(
        globalAveragePooling1d()(ones([1, 2, 1]), { mask: tensor([[0, 0]], 'bool') }).arraySync(),
      ).toEqual([[NaN]]);
    });
  });

  it('takes sequences of any length', () => {
    expect(globalAveragePooling1d()(input({ shape: [null, 4] })).shape).toEqual([null, 4]);
    expect(globalAveragePooling1d({ keepdims: true })(input({ shape: [null, 4] })).shape).toEqual([
      null,
      1,
      4,
    ]);
    tidy(() => {
      expect(() => globalAveragePooling1d()(ones([2, 3]))).toThrow('an input with 3 axes');
    });
  });
});

describe('globalAveragePooling2d', () => {
  it('takes images of any size', () => {
    expect(globalAveragePooling2d()(input({ shape: [null, null, 3] })).shape).toEqual([null, 3]);
    const first = globalAveragePooling2d({ dataFormat: 'channels_first', keepdims: true });
    expect(first(input({ shape: [3, null, null] })).shape).toEqual([null, 3, 1, 1]);
    tidy(() => {
      expect(() => globalAveragePooling2d()(ones([2, 3, 4]))).toThrow('an input with 4 axes');
    });
  });
});

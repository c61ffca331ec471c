import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { reshape } from './reshape.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('reshape', () => {
  it('keeps the order of the elements', () => {
    tidy(() => {
      const x = tensor([[1, 2, 3, 4]]);
      expect(reshape({ targetShape: [2, 2] })(x).arraySync()).toEqual([
        [
          [1, 2],
          [3, 4],
        ],
      ]);
      expect(reshape({ targetShape: [-1, 1] })(x).arraySync()).toEqual([[[1], [2], [3], [4]]]);
    });
  });

  it('leaves open what it cannot know', () => {
    expect(reshape({ targetShape: [-1, 2] })(input({ shape: [null, 4] })).shape).toEqual([null, null, 2]);
    expect(reshape({ targetShape: [-1, 2] })(input({ shape: [3, 4] })).shape).toEqual([null, 6, 2]);
  });

  it('refuses targets and inputs that do not fit', () => {
    expect(() => reshape({ targetShape: [-1, -1] })).toThrow('at most one -1, got (-1, -1)');
    expect(() => reshape({ targetShape: [-2] })).toThrow('reshape_');
    expect(() => reshape({ targetShape: [5], name: 'r' })(input({ shape: [4] }))).toThrow(
      'r (Reshape): expected inputs that fit (5,), got (4,), which has 4 elements.',
    );
    expect(() => reshape({ targetShape: [-1, 3] })(input({ shape: [4] }))).toThrow('which has 4 elements');
    tidy(() => {
      const layer = reshape({ targetShape: [2], name: 's' });
      expect(layer(ones([1, 2])).shape).toEqual([1, 2]);
      expect(() => layer(ones([1, 3]))).toThrow('s (Reshape): expected inputs that fit (2,)');
    });
  });
});

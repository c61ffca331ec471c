import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { permute } from './permute.js';
import { repeatVector } from './repeat-vector.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('permute', () => {
  it('keeps the batch', () => {
    expect(permute({ dims: [2, 1, 3] })(input({ shape: [null, 4, 5] })).shape).toEqual([null, 4, null, 5]);
    expect(permute({ dims: [3, 1, 2] }).computeOutputShape([7, 2, 3, 4])).toEqual([7, 4, 2, 3]);
  });

  it('refuses what is no order of the axes', () => {
    expect(() => permute({ dims: [0, 1] })).toThrow('every number from 1 to its length once, got (0, 1)');
    expect(() => permute({ dims: [1, 1] })).toThrow('got (1, 1)');
    expect(() => permute({ dims: [2, 1] })(input({ shape: [3] }))).toThrow('expected an input with 3 axes');
  });
});

describe('repeatVector', () => {
  it('makes a sequence of a vector', () => {
    tidy(() => {
      expect(repeatVector({ n: 2 })(tensor([[1], [2]])).arraySync()).toEqual([
        [[1], [1]],
        [[2], [2]],
      ]);
    });
    expect(() => repeatVector({ n: 0 })).toThrow('`n` to be a positive whole number');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { averagePooling2d } from './average-pooling2d.js';
import { maxPooling2d } from './max-pooling2d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const image = [
  [
    [[1], [2], [3]],
    [[4], [5], [6]],
    [[7], [8], [-9]],
  ],
];

describe('maxPooling2d', () => {
  it('finds the largest; what lies outside does not count', () => {
    tidy(() => {
      expect(maxPooling2d()(tensor(image)).arraySync()).toEqual([[[[5]]]]);
      const same = maxPooling2d({ padding: 'same' });
      expect(same(tensor(image)).arraySync()).toEqual([
        [
          [[5], [6]],
          [[8], [-9]],
        ],
      ]);
    });
  });
});

describe('averagePooling2d', () => {
  it('takes the mean of what lies within', () => {
    tidy(() => {
      expect(averagePooling2d()(tensor(image)).arraySync()).toEqual([[[[3]]]]);
      const same = averagePooling2d({ padding: 'same' });
      expect(same(tensor(image)).arraySync()).toEqual([
        [
          [[3], [4.5]],
          [[7.5], [-9]],
        ],
      ]);
    });
  });
});

describe.each([
  ['maxPooling2d', maxPooling2d],
  ['averagePooling2d', averagePooling2d],
])('%s', (_, pooling) => {
  it('takes the window for its strides, and writes both', () => {
    expect(pooling().getConfig()).toMatchObject({ pool_size: [2, 2], strides: [2, 2] });
    expect(pooling({ poolSize: [3, 2] }).getConfig()).toMatchObject({ pool_size: [3, 2], strides: [3, 2] });
    expect(pooling({ poolSize: 3, strides: 1 }).getConfig()).toMatchObject({ strides: [1, 1] });
  });

  it('knows its shape where the sizes of the images are unknown', () => {
    expect(pooling()(input({ shape: [null, 8, 3] })).shape).toEqual([null, null, 4, 3]);
  });

  it('refuses what makes no sense', () => {
    expect(() => pooling({ poolSize: 0 })).toThrow('`poolSize` to be a positive whole number');
    expect(() => pooling({ strides: 0 })).toThrow('`strides` to be a positive whole number');
    expect(() => pooling({ name: 'p' })(input({ shape: [4, 4] }))).toThrow('expected an input with 4 axes');
    tidy(() => {
      expect(() => pooling({ name: 'p' })(ones([1, 1, 4, 1]))).toThrow('window of 2 x 2, got 1 x 4');
    });
    // @ts-expect-error an unknown option
    expect(() => pooling({ size: 2 })).toThrow('expected known options, got "size"');
  });
});

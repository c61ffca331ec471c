import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { averagePooling1d } from './average-pooling1d.js';
import { averagePooling2d } from './average-pooling2d.js';
import { averagePooling3d } from './average-pooling3d.js';
import { maxPooling1d } from './max-pooling1d.js';
import { maxPooling2d } from './max-pooling2d.js';
import { maxPooling3d } from './max-pooling3d.js';

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
      expect(averagePooling2d({ poolSize: 2 })(tensor(image)).arraySync()).toEqual([[[[3]]]]);
      const same = averagePooling2d({ poolSize: 2, padding: 'same' });
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
    expect(pooling({ poolSize: 2 }).getConfig()).toMatchObject({ pool_size: [2, 2], strides: [2, 2] });
    expect(pooling({ poolSize: [3, 2] }).getConfig()).toMatchObject({ pool_size: [3, 2], strides: [3, 2] });
    expect(pooling({ poolSize: 3, strides: 1 }).getConfig()).toMatchObject({ strides: [1, 1] });
  });

  it('knows its shape where the sizes of the images are unknown', () => {
    expect(pooling({ poolSize: 2 })(input({ shape: [null, 8, 3] })).shape).toEqual([null, null, 4, 3]);
  });

  it('refuses what makes no sense', () => {
    const layer = pooling({ poolSize: 2, name: 'p' });
    expect(() => pooling({ poolSize: 0 })).toThrow('`poolSize` to be a positive whole number');
    expect(() => pooling({ poolSize: [2, 2, 2] as never })).toThrow('or 2 of them, got [2,2,2]');
    expect(() => pooling({ poolSize: 2, strides: 0 })).toThrow('`strides` to be a positive whole number');
    expect(() => layer(input({ shape: [4, 4] }))).toThrow('expected an input with 4 axes');
    tidy(() => {
      expect(() => layer(ones([1, 1, 4, 1]))).toThrow('window of 2 x 2, got 1 x 4');
    });
    // @ts-expect-error an unknown option
    expect(() => pooling({ poolSize: 2, size: 2 })).toThrow('expected known options, got "size"');
  });
});

describe('the window', () => {
  it('is 2 along each axis for the largest, and has to be given for the mean', () => {
    expect(maxPooling1d().getConfig()).toMatchObject({ pool_size: [2], strides: [2] });
    expect(maxPooling2d().getConfig()).toMatchObject({ pool_size: [2, 2] });
    expect(maxPooling3d().getConfig()).toMatchObject({ pool_size: [2, 2, 2] });
    // @ts-expect-error the window is missing
    expect(() => averagePooling1d()).toThrow('`poolSize` to be a positive whole number, got undefined');
  });

  it('fits into sequences and volumes', () => {
    tidy(() => {
      expect(() => maxPooling1d()(ones([1, 1, 4]))).toThrow('sequences at least as long as its window of 2');
      expect(() => averagePooling3d({ poolSize: 2 })(ones([1, 2, 2, 1, 3]))).toThrow(
        'volumes at least as large as its window of 2 x 2 x 2, got 2 x 2 x 1',
      );
    });
  });
});

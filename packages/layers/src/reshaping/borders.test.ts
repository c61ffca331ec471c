import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { cropping1d } from './cropping1d.js';
import { cropping2d } from './cropping2d.js';
import { cropping3d } from './cropping3d.js';
import { zeroPadding1d } from './zero-padding1d.js';
import { zeroPadding2d } from './zero-padding2d.js';
import { zeroPadding3d } from './zero-padding3d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('zeroPadding', () => {
  it('adds zeros at both ends of sequences', () => {
    tidy(() => {
      const y = zeroPadding1d({ padding: [1, 2] })(tensor([[[5]]]));
      expect(y.arraySync()).toEqual([[[0], [5], [0], [0]]]);
    });
  });

  it('writes every side', () => {
    expect(zeroPadding1d().getConfig()).toMatchObject({ padding: [1, 1] });
    expect(zeroPadding2d({ padding: [1, [2, 3]] }).getConfig()).toMatchObject({ padding: [[1, 1], [2, 3]] }); // prettier-ignore
    expect(zeroPadding3d({ padding: 0 }).getConfig()).toMatchObject({ padding: [[0, 0], [0, 0], [0, 0]] }); // prettier-ignore
  });

  it('knows its shape where sizes are unknown', () => {
    expect(zeroPadding2d()(input({ shape: [null, 4, 3] })).shape).toEqual([null, null, 6, 3]);
  });

  it('refuses what makes no sense', () => {
    expect(() => zeroPadding1d({ padding: -1 })).toThrow('`padding` to be a whole number that is not');
    expect(() => zeroPadding1d({ padding: [1, 2, 3] as never })).toThrow('got [1,2,3]');
    expect(() => zeroPadding2d({ padding: [1] as never })).toThrow('or 2 numbers or pairs of them, got [1]');
    expect(() => zeroPadding3d({ padding: [1, 1, 0.5] })).toThrow('`padding` to be a whole number');
    expect(() => zeroPadding2d()(input({ shape: [4, 3] }))).toThrow('expected an input with 4 axes');
  });
});

describe('cropping', () => {
  it('takes both ends of sequences away', () => {
    tidy(() => {
      const x = tensor([[[1], [2], [3], [4]]]);
      expect(cropping1d({ cropping: [1, 2] })(x).arraySync()).toEqual([[[2]]]);
    });
  });

  it('takes nothing from images, and one place on each side from others, unless told otherwise', () => {
    expect(cropping1d().getConfig()).toMatchObject({ cropping: [1, 1] });
    expect(cropping2d().getConfig()).toMatchObject({ cropping: [[0, 0], [0, 0]] }); // prettier-ignore
    expect(cropping3d().getConfig()).toMatchObject({ cropping: [[1, 1], [1, 1], [1, 1]] }); // prettier-ignore
  });

  it('knows its shape where sizes are unknown', () => {
    expect(cropping2d({ cropping: 1 })(input({ shape: [null, 4, 3] })).shape).toEqual([null, null, 2, 3]);
  });

  it('leaves something', () => {
    expect(() => cropping1d({ name: 'c' })(input({ shape: [2, 3] }))).toThrow(
      'c (Cropping1D): expected inputs of which `cropping` leaves something on axis 1, got 2 with 1 and 1 to take away.',
    );
    tidy(() => {
      const layer = cropping2d({ cropping: [0, 2], dataFormat: 'channels_first' });
      expect(() => layer(ones([1, 2, 5, 4]))).toThrow('leaves something on axis 3, got 4 with 2 and 2');
    });
  });
});

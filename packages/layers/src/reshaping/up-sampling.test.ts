import '@tensorflow/tfjs-backend-cpu';
import { ones, sum, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { upSampling1d } from './up-sampling1d.js';
import { upSampling2d } from './up-sampling2d.js';
import { upSampling3d } from './up-sampling3d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('upSampling', () => {
  it('repeats each place where it stands', () => {
    tidy(() => {
      const x = tensor([
        [
          [1, 10],
          [2, 20],
        ],
      ]);
      expect(upSampling1d({ size: 2 })(x).arraySync()).toEqual([
        [
          [1, 10],
          [1, 10],
          [2, 20],
          [2, 20],
        ],
      ]);
      expect(upSampling3d({ size: [2, 1, 1] })(ones([1, 2, 1, 1, 1])).shape).toEqual([1, 4, 1, 1, 1]);
    });
  });

  it.each(['bilinear', 'bicubic', 'lanczos3', 'lanczos5'] as const)('keeps what is even: %s', (how) => {
    tidy(() => {
      const y = upSampling2d({ size: [2, 3], interpolation: how })(ones([1, 3, 2, 1]));
      expect(y.shape).toEqual([1, 6, 6, 1]);
      expect(sum(y).arraySync()).toBeCloseTo(36, 4);
    });
  });

  it('knows its shape where the sizes of the images are unknown', () => {
    const shape = [null, 4, 3];
    expect(upSampling2d()(input({ shape })).shape).toEqual([null, null, 8, 3]);
    expect(upSampling2d({ interpolation: 'bilinear' })(input({ shape })).shape).toEqual([null, null, 8, 3]);
  });

  it('refuses what makes no sense', () => {
    expect(() => upSampling1d({ size: 0.5 })).toThrow('`size` to be a positive whole number, got 0.5');
    expect(() => upSampling3d({ size: [1, 2] as never })).toThrow('or 3 of them, got [1,2]');
    // @ts-expect-error an unknown word
    expect(() => upSampling2d({ interpolation: 'linear' })).toThrow('Did you mean "bilinear"?');
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { adaptiveAveragePooling1d } from './adaptive-average-pooling1d.js';
import { adaptiveAveragePooling2d } from './adaptive-average-pooling2d.js';
import { adaptiveMaxPooling1d } from './adaptive-max-pooling1d.js';
import { adaptiveMaxPooling3d } from './adaptive-max-pooling3d.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('adaptive pooling', () => {
  it('divides sequences into windows that meet or overlap', () => {
    tidy(() => {
      const x = tensor([[[1], [5], [2], [4], [3]]]);
      expect(adaptiveMaxPooling1d({ outputSize: 2 })(x).arraySync()).toEqual([[[5], [4]]]);
      expect(adaptiveAveragePooling1d({ outputSize: 5 })(x).arraySync()).toEqual([[[1], [5], [2], [4], [3]]]);
      expect(adaptiveAveragePooling1d({ outputSize: 1 })(x).arraySync()).toEqual([[[3]]]);
    });
  });

  it('knows its shape, whatever the size of the input', () => {
    const pooled = adaptiveAveragePooling2d({ outputSize: [7, 5] })(input({ shape: [null, null, 3] }));
    expect(pooled.shape).toEqual([null, 7, 5, 3]);
  });

  it('refuses what makes no sense', () => {
    // @ts-expect-error the size is missing
    expect(() => adaptiveMaxPooling1d()).toThrow('`outputSize` to be a positive whole number, got undefined');
    expect(() => adaptiveMaxPooling3d({ outputSize: [1, 2] as never })).toThrow('or 3 of them, got [1,2]');
    expect(() => adaptiveMaxPooling1d({ outputSize: 1 })(input({ shape: [4] }))).toThrow(
      'expected an input with 3 axes',
    );
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { reshape, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { flatten } from './flatten.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('flatten', () => {
  it('keeps the batch, and the order unless the channels are first', () => {
    tidy(() => {
      const x = reshape(tensor([0, 1, 2, 3, 4, 5]), { newshape: [1, 2, 3] });
      expect(flatten()(x).arraySync()).toEqual([[0, 1, 2, 3, 4, 5]]);
      expect(flatten({ dataFormat: 'channels_first' })(x).arraySync()).toEqual([[0, 3, 1, 4, 2, 5]]);
      expect(flatten()(tensor([1, 2])).arraySync()).toEqual([[1], [2]]);
    });
  });

  it('knows the size of an example only where all sizes are known', () => {
    expect(flatten()(input({ shape: [4, 5] })).shape).toEqual([null, 20]);
    expect(flatten()(input({ shape: [null, 5] })).shape).toEqual([null, null]);
    expect(flatten()(input({ shape: [] })).shape).toEqual([null, 1]);
  });

  it('refuses unknown words and scalars', () => {
    // @ts-expect-error an unknown word
    expect(() => flatten({ dataFormat: 'channel_last' })).toThrow('Did you mean "channels_last"?');
    expect(flatten({ dataFormat: null }).getConfig()['data_format']).toBe('channels_last');
    expect(() => flatten().computeOutputShape([])).toThrow('expected an input with at least 1 axes');
  });
});

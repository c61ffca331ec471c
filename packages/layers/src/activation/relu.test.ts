import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { relu } from './relu.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('relu', () => {
  it('is flat, straight and bounded', () => {
    tidy(() => {
      const x = tensor([-4, 0, 1, 2, 9]);
      expect(relu()(x).arraySync()).toEqual([0, 0, 1, 2, 9]);
      expect(relu({ maxValue: 3, negativeSlope: 0.5, threshold: 2 })(x).arraySync()).toEqual([
        -3, -1, -0.5, 0, 3,
      ]);
    });
  });

  it('refuses negative options', () => {
    expect(() => relu({ maxValue: -1, name: 'r' })).toThrow(
      'r (ReLU): expected `maxValue` to be 0 or more, got -1',
    );
    expect(() => relu({ negativeSlope: -0.1 })).toThrow('`negativeSlope`');
    expect(() => relu({ threshold: -2 })).toThrow('`threshold`');
  });
});

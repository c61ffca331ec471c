import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { prelu } from './prelu.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('prelu', () => {
  it('has one slope for each place, or one along shared axes', () => {
    const layer = prelu();
    layer.build([null, 3]);
    layer.setWeights([[0, 0.5, 2]]);
    tidy(() => {
      expect(layer(tensor([[-1, -1, -1], [1, 2, 3]])).arraySync()).toEqual([[0, -0.5, -2], [1, 2, 3]]); // prettier-ignore
    });
    const shared = prelu({ sharedAxes: [1, 2] });
    shared(input({ shape: [null, 5, 3] }));
    expect(shared.weights.map(({ shape }) => shape)).toEqual([[1, 1, 3]]);
  });

  it('refuses what makes no sense', () => {
    expect(() => prelu({ sharedAxes: 0, name: 'p' })).toThrow(
      'p (PReLU): expected `sharedAxes` to be positive whole numbers; axis 0 is the batch, got 0',
    );
    expect(() => prelu()(input({ shape: [null, 3] }))).toThrow('expected a known size of axis 1');
    const layer = prelu({ sharedAxes: [1] });
    layer(input({ shape: [null, 3] }));
    expect(() => layer(input({ shape: [2, 4] }))).toThrow('whose axis 2 has the size 3');
  });
});

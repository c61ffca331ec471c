import '@tensorflow/tfjs-backend-cpu';
import { clearSession } from '@myelin/core';
import { ones, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dense } from './dense.js';
import { input } from './input.js';

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
});

describe('dense', () => {
  it('makes its weights when it first sees an input', () => {
    const layer = dense({ units: 3 });
    expect(layer.weights).toEqual([]);
    layer.build([null, 4]);
    expect(layer.weights.map(({ path, shape }) => [path, shape])).toEqual([
      ['dense/kernel', [4, 3]],
      ['dense/bias', [3]],
    ]);
    expect(layer.countParams()).toBe(15);
  });

  it('multiplies, adds and activates', () => {
    const layer = dense({ units: 2, activation: 'relu' });
    layer.build([null, 2]);
    layer.setWeights([
      [
        [1, -1],
        [2, 1],
      ],
      [0.5, -3],
    ]);
    tidy(() => {
      expect(layer(tensor([[1, 2]])).arraySync()).toEqual([[5.5, 0]]);
    });
  });

  it('refuses what it cannot do, with its name', () => {
    // @ts-expect-error a missing option
    expect(() => dense({})).toThrow('dense (Dense): expected `units` to be a positive whole number');
    expect(() => dense({ units: 0 })).toThrow('got 0');
    expect(() => dense({ units: 2.5 })).toThrow('got 2.5');
    // @ts-expect-error an unknown id
    expect(() => dense({ units: 1, activation: 'rellu' })).toThrow('got "rellu". Did you mean "relu"?');
    // @ts-expect-error an unknown id
    expect(() => dense({ units: 1, kernelInitializer: 'glorot' })).toThrow('the id of an initializer');
    // @ts-expect-error an unknown id
    expect(() => dense({ units: 1, kernelRegularizer: 'l3' })).toThrow(
      'the id of a regularizer, got "l3". Did you mean "l1"?',
    );
    // @ts-expect-error an unknown id
    expect(() => dense({ units: 1, kernelConstraint: 'l1' })).toThrow('the id of a constraint, got "l1"');
    expect(() => dense({ units: 1, name: 'a' })(input({ shape: [null] }))).toThrow(
      'a (Dense): expected a known size of axis -1, got (None, None)',
    );
    const built = dense({ units: 1, name: 'b' });
    built.build([null, 3]);
    tidy(() => {
      expect(() => built(ones([2, 4]))).toThrow('b (Dense): expected an input whose axis -1 has the size 3');
      expect(() => built(ones([3]))).toThrow('expected an input with at least 2 axes');
    });
  });
});

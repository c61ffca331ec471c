import '@tensorflow/tfjs-backend-cpu';
import { defineActivation } from '@myelin/core';
import { logitsOf, multiply, tensor } from '@myelin/ops';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dense } from '../core/dense.js';
import { activation } from './activation.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('activation', () => {
  it('takes ids, functions and layers', () => {
    const twice = defineActivation('test>twice', (x) => multiply(x, 2));
    tidy(() => {
      expect(activation({ activation: 'relu' })(tensor([-1, 2])).arraySync()).toEqual([0, 2]);
      expect(activation({ activation: twice })(tensor([-1, 2])).arraySync()).toEqual([-2, 4]);
      expect(
        activation({ activation: activation({ activation: 'relu' }) })(tensor([-1])).arraySync(),
      ).toEqual([0]);
      expect(activation({ activation: null })(tensor([-1])).arraySync()).toEqual([-1]);
    });
    expect(dense({ units: 1, activation: twice }).getConfig()['activation']).toEqual({
      module: 'builtins',
      class_name: 'function',
      config: 'test>twice',
      registered_name: 'function',
    });
  });

  it('hands the logits behind probabilities to the loss', () => {
    tidy(() => {
      const x = tensor([[1, 2]]);
      expect(logitsOf(activation({ activation: 'softmax' })(x))).toBe(x);
    });
  });

  it('refuses unknown ids and suggests the nearest', () => {
    // @ts-expect-error an unknown id
    expect(() => activation({ activation: 'sofmax', name: 'last' })).toThrow(
      'last (Activation): expected the id of an activation, got "sofmax". Did you mean "softmax"?',
    );
  });
});

import '@tensorflow/tfjs-backend-cpu';
import { ones, tensor } from '@myelin/ops';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { add } from './add.js';
import { concatenate } from './concatenate.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('add', () => {
  it('sums lists of one, two and more', () => {
    tidy(() => {
      const x = tensor([[1, 2]]);
      expect(add()([x]).arraySync()).toEqual([[1, 2]]);
      expect(add()([x, x, x]).arraySync()).toEqual([[3, 6]]);
    });
  });

  it('joins graphs', () => {
    expect(add()([input({ shape: [3, 1] }), input({ shape: [1, 4] })]).shape).toEqual([null, 3, 4]);
    expect(add()([input({ shape: [null, 4] }), input({ shape: [3, 4] })]).shape).toEqual([null, null, 4]);
    expect(add()([input({ shape: [4] }), input({ shape: [2, 4], batchSize: 5 })]).shape).toEqual([5, 2, 4]);
  });

  it('refuses shapes that do not fit, naming itself and all shapes', () => {
    const sum = add({ name: 'sum' });
    expect(() => sum([input({ shape: [3] }), input({ shape: [4] })])).toThrow(
      'sum (Add): expected inputs whose sizes are equal or 1 on each axis, got (None, 3) and (None, 4).',
    );
    tidy(() => {
      const layer = add({ name: 'late' });
      layer([ones([2, 3]), ones([2, 3])]);
      expect(() => layer([ones([2, 3]), ones([2, 2])])).toThrow('late (Add)');
      expect(() => add()([ones([2, 3]), ones([4, 3])])).toThrow(
        'inputs of one batch size, got (2, 3) and (4, 3)',
      );
      expect(() => add()(ones([2, 3]) as unknown as Tensor[])).toThrow(
        'expected a list of inputs, got a single one',
      );
    });
  });
});

describe('concatenate', () => {
  it('puts its inputs side by side', () => {
    tidy(() => {
      const [a, b] = [tensor([[1, 2]]), tensor([[3]])];
      expect(concatenate()([a, b]).arraySync()).toEqual([[1, 2, 3]]);
      expect(concatenate({ axis: 0 })([a, a]).arraySync()).toEqual([
        [1, 2],
        [1, 2],
      ]);
    });
  });

  it('joins graphs', () => {
    expect(concatenate()([input({ shape: [3] }), input({ shape: [4] })]).shape).toEqual([null, 7]);
    const open = concatenate({ axis: 1 })([input({ shape: [null, 2] }), input({ shape: [3, 2] })]);
    expect(open.shape).toEqual([null, null, 2]);
    const beside = concatenate()([input({ shape: [null, 2] }), input({ shape: [3, 2] })]);
    expect(beside.shape).toEqual([null, null, 4]);
  });

  it('refuses shapes that do not fit, naming itself and all shapes', () => {
    const joined = concatenate({ name: 'joined', axis: 1 });
    expect(() => joined([input({ shape: [2, 3] }), input({ shape: [2, 4] })])).toThrow(
      'joined (Concatenate): expected inputs that agree on all axes but 1, got (None, 2, 3) and (None, 2, 4).',
    );
    expect(() => concatenate({ axis: 2 })([input({ shape: [2] })])).toThrow(
      'of one rank that have an axis 2',
    );
    expect(() => concatenate({ axis: 0.5 })).toThrow('`axis` to be a whole number, got 0.5');
    tidy(() => {
      expect(() => concatenate()(ones([2, 3]) as unknown as Tensor[])).toThrow('a list of inputs');
    });
  });
});

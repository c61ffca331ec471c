import '@tensorflow/tfjs-backend-cpu';
import { withMask } from '@myelin/core';
import { ones, sum, tensor, valueAndGradients, zeros } from '@myelin/ops';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { input } from '../core/input.js';
import { add } from './add.js';
import { average } from './average.js';
import { concatenate } from './concatenate.js';
import { dot } from './dot.js';
import { maximum } from './maximum.js';
import { minimum } from './minimum.js';
import { multiply } from './multiply.js';
import { subtract } from './subtract.js';

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

describe('element by element', () => {
  it('merges lists of any length', () => {
    tidy(() => {
      const inputs = [tensor([[1, 8]]), tensor([[4, 2]]), tensor([[4, 5]])];
      expect(maximum()(inputs).arraySync()).toEqual([[4, 8]]);
      expect(minimum()(inputs).arraySync()).toEqual([[1, 2]]);
      expect(multiply()(inputs).arraySync()).toEqual([[16, 80]]);
      expect(average()(inputs).arraySync()).toEqual([[3, 5]]);
      expect(average()(inputs.slice(0, 1)).arraySync()).toEqual([[1, 8]]);
    });
  });

  it('lets inputs decide where they count', () => {
    tidy(() => {
      const a = withMask(tensor([[[9], [9], [2]]]), tensor([[0, 0, 1]], 'bool'));
      const b = withMask(tensor([[[1], [7], [3]]]), tensor([[1, 0, 1]], 'bool'));
      expect(maximum()([a, b]).arraySync()).toEqual([[[1], [9], [3]]]);
      expect(multiply()([a, b]).arraySync()).toEqual([[[1], [0], [6]]]);
      expect(multiply()([a, tensor([[[5], [5], [5]]])]).arraySync()).toEqual([[[5], [5], [10]]]);
    });
  });

  it('subtracts two inputs, no more and no fewer', () => {
    tidy(() => {
      const x = tensor([[5, 1]]);
      expect(subtract()([x, tensor([[2, 3]])]).arraySync()).toEqual([[3, -2]]);
      expect(() => subtract({ name: 's' })([x, x, x])).toThrow('s (Subtract): expected 2 inputs, got (1, 2)');
      expect(() => subtract()([x])).toThrow('expected 2 inputs');
    });
  });
});

describe('dot', () => {
  it('is the cosine of vectors that are normalized, and 0 for one of length 0', () => {
    tidy(() => {
      const cosine = dot({ axes: 1, normalize: true });
      const [same] = cosine([tensor([[3, 4]]), tensor([[30, 40]])]).dataSync();
      expect(same).toBeCloseTo(1, 6);
      const zero = zeros([1, 2]);
      const { value, gradients } = valueAndGradients(() => sum(cosine([zero, ones([1, 2])])), [zero]);
      expect(value.arraySync()).toBe(0);
      expect((gradients[0]?.arraySync() as number[][])[0]?.every(Number.isFinite)).toBe(true);
    });
  });

  it('joins graphs', () => {
    const [x, y] = [input({ shape: [null, 4] }), input({ shape: [7, 4] })];
    expect(dot({ axes: -1 })([x, y]).shape).toEqual([null, null, 7]);
    expect(dot({ axes: [1, 2] }).getConfig()).toMatchObject({ axes: [1, 2], normalize: false });
  });

  it('refuses axes and shapes that do not fit, naming itself and all shapes', () => {
    expect(() => dot({ axes: 0 })).toThrow('other than 0, which is the batch, or two of them, got 0');
    expect(() => dot({ axes: [1, 0.5] })).toThrow('`axes` to be a whole number');
    const layer = dot({ axes: 1, name: 'd' });
    expect(() => layer([input({ shape: [3] }), input({ shape: [4] })])).toThrow(
      'd (Dot): expected two inputs of one batch size, with axes 1 and 1 of one size after it, got (None, 3) and (None, 4).',
    );
    expect(() => dot({ axes: -2 })([input({ shape: [3] }), input({ shape: [3] })])).toThrow('axes -2 and -2');
    tidy(() => {
      expect(() => dot({ axes: 1 })([ones([2, 3])])).toThrow('two inputs');
      expect(() => dot({ axes: 1 })(ones([2, 3]) as unknown as Tensor[])).toThrow('a list of inputs');
    });
  });
});

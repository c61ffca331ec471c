import '@tensorflow/tfjs-backend-cpu';
import { ShapeError } from '@myelin/core';
import { type Tensor, memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cond,
  evaluateAbstractly,
  exp,
  greater,
  multiply,
  ones,
  reshape,
  sum,
  tensor,
  valueAndGradients,
  zeros,
} from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const truth = (value: boolean): Tensor => greater(tensor(value ? 1 : 0), 0);

// What Keras 3.15.1 returns, on TensorFlow.
describe('as in Keras', () => {
  it('runs one of two functions, whose results need not be alike', () => {
    for (const pred of [true, truth(true)])
      expect(
        cond(
          pred,
          () => ones([2]),
          () => zeros([3]),
        ).arraySync(),
      ).toEqual([1, 1]);
    for (const pred of [false, truth(false)])
      expect(
        cond(
          pred,
          () => ones([2]),
          () => zeros([3]),
        ).arraySync(),
      ).toEqual([0, 0, 0]);
  });

  it('returns lists of tensors as lists', () => {
    const results = cond(
      truth(true),
      (): readonly Tensor[] => [ones([2]), ones([1])],
      () => [zeros([3])],
    );
    expect(results.map((result) => result.arraySync())).toEqual([[1, 1], [1]]);
  });

  it.each([
    [true, [27, 12]],
    [false, [20.085537, 0.13533528]],
  ])('has the gradient of the function that runs: %s', (value, expected) => {
    const x = tensor([3, -2]);
    const cube = (): Tensor => multiply(multiply(x, x), x);
    const pred = truth(value);
    const { gradients } = valueAndGradients(() => sum(cond(pred, cube, () => exp(x))), [x]);
    gradients[0]?.dataSync().forEach((slope, i) => {
      expect(slope).toBeCloseTo(expected[i] ?? NaN, 5);
    });
  });
});

it('does not call the other function', () => {
  const calls: string[] = [];
  const called = (name: string) => (): Tensor => {
    calls.push(name);
    return ones([]);
  };
  cond(truth(false), called('true'), called('false'));
  cond(true, called('true'), called('false'));
  expect(calls).toEqual(['false', 'true']);
});

it('makes no tensor but its result', () => {
  const pred = truth(true);
  const before = memory().numTensors;
  cond(
    pred,
    () => ones([2]),
    () => zeros([2]),
  ).dispose();
  expect(memory().numTensors).toBe(before);
});

it.each([
  ['numbers', tensor(1)],
  ['several', reshape(truth(true), { newshape: [1] })],
])('refuses %s as a condition', (_, pred) => {
  expect(() => cond(pred, () => ones([2]), () => zeros([2]))).toThrow(ShapeError); // prettier-ignore
});

describe('where only shapes are known', () => {
  const spec = [{ shape: [null, 3], dtype: 'float32' as const }];

  it('has the shape of both results', () => {
    const shapes = evaluateAbstractly(
      (x) =>
        cond(
          greater(sum(x), 0),
          () => multiply(x, 2),
          () => x,
        ),
      spec,
    );
    expect(shapes).toEqual(spec);
  });

  it('refuses results that are not alike', () => {
    const unlike = (x?: Tensor): Tensor =>
      cond(
        greater(sum(x as Tensor), 0),
        () => x as Tensor,
        () => sum(x as Tensor),
      );
    expect(() => evaluateAbstractly(unlike, [{ shape: [2, 3], dtype: 'float32' }])).toThrow(
      'cond: expected float32 (2, 3), got float32 ()',
    );
  });
});

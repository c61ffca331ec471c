import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import {
  any,
  averagePool,
  equal,
  greater,
  logicalAnd,
  logicalNot,
  logicalOr,
  multiply,
  selu,
  sum,
  take,
  tensor,
  valueAndGradients,
  where,
} from './index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

function gradient(compute: (x: Tensor) => Tensor, values: Parameters<typeof tensor>[0]): unknown {
  return tidy(() => {
    const x = tensor(values);
    return valueAndGradients(() => sum(compute(x)), [x]).gradients[0]?.arraySync();
  });
}

it('gradients pass by comparisons', () => {
  expect(gradient((x) => where(greater(x, 1), multiply(x, 3), x), [0, 2])).toEqual([1, 3]);
  expect(gradient((x) => multiply(x, where(equal(x, 2), 5, 0)), [0, 2])).toEqual([0, 5]);
});

it('gradients pass by what is true or false, and by indices', () => {
  expect(gradient((x) => where(logicalNot(logicalOr(x, x)), multiply(x, 3), x), [0, 2])).toEqual([3, 1]);
  expect(gradient((x) => where(any(logicalAnd(x, x)), multiply(x, 3), x), [0, 2])).toEqual([3, 3]);
  expect(gradient((x) => take(x, x), [0, 2, 2])).toEqual([1, 0, 2]);
});

it('gradients still flow through what comes after a comparison', () => {
  expect(gradient((x) => multiply(where(greater(x, 1), x, 0), x), [0, 2])).toEqual([0, 4]);
});

it('the gradient of selu at 0 is that from the right', () => {
  expect(gradient(selu, [0])).toEqual([Math.fround(1.0507009873554805)]);
});

it('the gradient of padded means divides by what lies within the image', () => {
  const image = [[[[1], [2], [3]]]];
  const pool = (x: Tensor): Tensor => averagePool(x, { poolSize: 2, padding: 'same' });
  expect(gradient(pool, image)).toEqual([[[[0.5], [0.5], [1]]]]);
});

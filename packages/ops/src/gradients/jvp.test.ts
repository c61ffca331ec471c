import '@tensorflow/tfjs-backend-cpu';
import { ShapeError } from '@myelin/core';
import { type Tensor, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import {
  add,
  exp,
  jvp,
  logSoftmax,
  matmul,
  maximum,
  multiply,
  relu,
  sigmoid,
  sin,
  sum,
  tanh,
  tensor,
} from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const [x, y] = [tensor([[0.5, -1], [2, 0.3]]), tensor([[1, 2], [-0.4, 1.5]])]; // prettier-ignore
const [dx, dy] = [tensor([[1, 0.5], [-2, 1]]), tensor([[0.2, 0], [1, -1]])]; // prettier-ignore

const functions: readonly (readonly [string, (x: Tensor, y: Tensor) => Tensor])[] = [
  ['products', (x, y) => matmul(multiply(x, x), y)],
  ['activations', (x, y) => add(tanh(x), multiply(sigmoid(y), relu(x)))],
  ['waves', (x, y) => sin(exp(multiply(x, y)))],
  ['logarithms of probabilities', (x, y) => logSoftmax(add(x, y))],
  ['the larger of two, summed', (x, y) => sum(maximum(x, multiply(y, 2)), { axis: 0 })],
];

it.each(functions)('agrees with differences: %s', (_, f) => {
  const [value, tangent] = jvp(f, [x, y], [dx, dy]);
  expect(value.arraySync()).toEqual(f(x, y).arraySync());
  const moved = (step: number): Float32Array =>
    f(add(x, multiply(dx, step)), add(y, multiply(dy, step))).dataSync() as Float32Array;
  const [before, behind] = [moved(-5e-3), moved(5e-3)];
  tangent.dataSync().forEach((slope, i) => {
    expect(slope).toBeCloseTo(((behind[i] ?? 0) - (before[i] ?? 0)) / 1e-2, 2);
  });
});

it('refuses directions of another shape', () => {
  expect(() => jvp((a: Tensor) => a, [x], [tensor([1])])).toThrow(ShapeError);
});

import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, memory, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import {
  add,
  customGradient,
  divide,
  exp,
  log,
  multiply,
  subtract,
  sum,
  tensor,
  valueAndGradients,
} from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

it('has the gradient that the function gives, which may use what it computed', () => {
  const log1pexp = customGradient((x: Tensor) => {
    const e = exp(x);
    return [log(add(1, e)), (upstream) => multiply(upstream, subtract(1, divide(1, add(1, e))))];
  });
  const x = tensor([0, 60]);
  const before = memory().numTensors;
  tidy(() => {
    const { value, gradients } = valueAndGradients(() => sum(log1pexp(x)), [x]);
    expect(value.arraySync()).toBeCloseTo(60 + Math.log(2), 4);
    expect(gradients[0]?.arraySync()).toEqual([0.5, 1]);
  });
  expect(memory().numTensors).toBe(before);
});

it('takes and returns several tensors', () => {
  const f = customGradient((a: Tensor, b: Tensor) => [
    [add(a, b), multiply(a, b)],
    (bySum, byProduct) => [multiply(bySum, 10), multiply(byProduct, b)],
  ]);
  const [a, b] = [tensor([2]), tensor([3])];
  const { gradients } = valueAndGradients(() => {
    const [total, product] = f(a, b) as [Tensor, Tensor];
    return sum(add(total, multiply(product, 4)));
  }, [a, b]);
  expect(gradients.map((gradient) => gradient.arraySync())).toEqual([[10], [12]]);
});

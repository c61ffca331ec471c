import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, grad, mul, setBackend, sum, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { ensureGradients } from '../gradients/ensure-gradients.js';
import { scan } from './scan.js';

beforeAll(async () => {
  ensureGradients();
  await setBackend('cpu');
});

it.each([1, 2, 3])('has a gradient where there are %i steps', (steps) => {
  const xs = tensor(Array.from({ length: steps }, (_, i) => [i + 1, 2]));
  const product = (sequence: Tensor): Tensor => {
    const { carry } = scan(
      ([total], [x]) => {
        const next = mul(total as Tensor, x as Tensor);
        return { carry: [next], outputs: [next] };
      },
      { carry: [tensor([1, 1])], xs: [sequence] },
    );
    return sum(carry[0] as Tensor);
  };
  const products = [1, 2].map((_, column) =>
    Array.from({ length: steps }, (_, i) => (column === 0 ? i + 1 : 2)).reduce((a, b) => a * b),
  );
  const slopes = Array.from({ length: steps }, (_, i) => [
    (products[0] ?? 0) / (i + 1),
    (products[1] ?? 0) / 2,
  ]);
  expect(grad(product)(xs).arraySync()).toEqual(slopes);
});

import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, randomNormal, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { absolute, add, eigh, matmul, max, multiply, reshape, subtract, svd, transpose } from '../index.js';
import { adjoint, identity } from './internal/matrices.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const drawn = (...shape: number[]): Tensor => randomNormal(shape, 0, 1, 'float32', 7);

function expectEqual(a: Tensor, b: Tensor): void {
  const size = Math.max(1, ...b.dataSync().map((x) => Math.abs(x)));
  expect(max(absolute(subtract(a, b))).arraySync()).toBeLessThan(2e-5 * size);
}

describe('eigh', () => {
  it.each([2, 7, 16, 33])('takes matrices of %i rows apart', (n) => {
    const half = drawn(n, n);
    const x = add(half, transpose(half));
    const [values, vectors] = eigh(x);
    expectEqual(matmul(multiply(vectors, values), transpose(vectors)), x);
    expectEqual(matmul(transpose(vectors), vectors), identity(n));
    const sorted = [...values.dataSync()];
    expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
  });
});

describe('svd', () => {
  it.each([
    [5, 3],
    [3, 5],
    [4, 1],
    [17, 20],
  ])('takes matrices [%i, %i] apart, also of a rank too low', (m, n) => {
    const whole = drawn(2, m, n);
    const low = matmul(drawn(2, m, 1), drawn(2, 1, n));
    for (const x of [whole, low]) {
      const k = Math.min(m, n);
      const [u, s, vh] = svd(x);
      expect([u.shape, s.shape, vh.shape]).toEqual([[2, m, m], [2, k], [2, n, n]]); // prettier-ignore
      expectEqual(matmul(adjoint(u), u), identity(m));
      expectEqual(matmul(vh, adjoint(vh)), identity(n));
      const [left, , right] = svd(x, { fullMatrices: false });
      expect([left.shape, right.shape]).toEqual([[2, m, k], [2, k, n]]); // prettier-ignore
      expectEqual(matmul(multiply(left, reshape(s, { newshape: [2, 1, k] })), right), x);
    }
  });
});

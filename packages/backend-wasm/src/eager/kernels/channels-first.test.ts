import { valueAndGradients } from '@myelin/ops';
import { type Tensor4D, conv2d, mul, setBackend, sum, tensor4d, transpose } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { noise, prepareBoth } from '../testing/run-kernel.js';

type Shape = [number, number, number, number];
type Convolve = (x: Tensor4D, filter: Tensor4D) => Tensor4D;

const put = (shape: Shape, seed: number): Tensor4D =>
  tensor4d(Float32Array.from(noise(shape, seed).values), shape);

/** The convolution, and its gradients where each result counts differently. */
function compute(convolve: Convolve): unknown[] {
  const [x, filter] = [put([2, 3, 6, 5], 1), put([3, 2, 3, 4], 2)];
  const y = convolve(x, filter);
  const weights = put(y.shape, 3);
  const { gradients } = valueAndGradients(() => sum(mul(convolve(x, filter), weights)), [x, filter]);
  return [y, ...gradients].map((tensor) => tensor.arraySync());
}

test.each<[name: string, first: 'same' | 'valid' | number[][], last: 'same' | 'valid' | number[][]]>([
  ['same', 'same', 'same'],
  ['valid', 'valid', 'valid'],
  ['explicit', [[0, 0], [0, 0], [1, 0], [0, 2]], [[0, 0], [1, 0], [0, 2], [0, 0]]], // prettier-ignore
])('a convolution of images whose channels come first, padding %s', async (_, first, last) => {
  for (const backend of await prepareBoth()) {
    await setBackend(backend);
    const results = compute((x, filter) => conv2d(x, filter, [2, 1], first as 'same', 'NCHW'));
    const expected = compute((x, filter) => {
      const y = conv2d(transpose(x, [0, 2, 3, 1]), filter, [2, 1], last as 'same');
      return transpose(y, [0, 3, 1, 2]);
    });
    expect(results).toEqual(expected);
  }
});

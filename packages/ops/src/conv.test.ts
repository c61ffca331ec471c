import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { averagePool } from './average-pool.js';
import { cast } from './cast.js';
import { conv } from './conv.js';
import { convTranspose } from './conv-transpose.js';
import { ones, tensor } from './creation.js';
import { depthwiseConv } from './depthwise-conv.js';
import { valueAndGradients } from './gradients/gradients.js';
import { maxPool } from './max-pool.js';
import { multiply } from './multiply.js';
import { reshape } from './reshape.js';
import { separableConv } from './separable-conv.js';
import { sum } from './sum.js';

beforeAll(() => setBackend('cpu'));

/** Numbers without pattern. */
function example(...shape: number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return reshape(tensor(Array.from({ length: size }, (_, i) => Math.sin(2.3 * i))), { newshape: shape });
}

const close = (a: Tensor, b: Tensor): void => {
  const [found, wanted] = [a.dataSync(), b.dataSync()];
  expect(a.shape).toEqual(b.shape);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i] ?? NaN, 5);
  });
};

describe('convolutions', () => {
  it('of each channel are those with as many groups as channels', () => {
    tidy(() => {
      const [x, kernel] = [example(1, 4, 5, 3), example(2, 3, 3, 2)];
      const grouped = conv(x, reshape(kernel, { newshape: [2, 3, 1, 6] }), { strides: 2 });
      close(depthwiseConv(x, kernel, { strides: 2 }), grouped);
    });
  });

  it('in two steps are one of each channel and one of a single place', () => {
    tidy(() => {
      const [x, depthwise, pointwise] = [example(1, 2, 6), example(2, 2, 2), example(1, 4, 3)];
      const options = { dataFormat: 'channels_first', dilationRate: 2, strides: 2 } as const;
      const steps = conv(depthwiseConv(x, depthwise, options), pointwise, { dataFormat: 'channels_first' });
      close(separableConv(x, depthwise, pointwise, options), steps);
    });
  });

  it('are adjoint to transposed ones, along any number of axes', () => {
    for (const sizes of [[5], [5, 4], [3, 5, 4]]) {
      tidy(() => {
        const [x, kernel] = [example(1, ...sizes, 2), example(...sizes.map(() => 3), 2, 3)];
        const y = conv(x, kernel, { strides: 2, padding: 'same' });
        const dy = example(...y.shape);
        const { gradients } = valueAndGradients(
          () => sum(multiply(conv(x, kernel, { strides: 2, padding: 'same' }), dy)),
          [x],
        );
        // An output of even size needs another padding than one of odd size.
        const outputPadding = sizes.map((size) => (size % 2 === 0 ? 1 : 0));
        const options = { strides: 2, padding: 'same', outputPadding } as const;
        close(convTranspose(dy, kernel, options), gradients[0] as Tensor);
      });
    }
  });

  it('take whole numbers for what they are', () => {
    tidy(() => {
      const whole = (values: number[]): Tensor => cast(tensor(values), { dtype: 'int32' });
      const x = reshape(whole([3, -1, 2, -4]), { newshape: [1, 4, 1] });
      const kernel = reshape(whole([1, 2]), { newshape: [2, 1, 1] });
      expect([...conv(x, kernel).dataSync()]).toEqual([1, 3, -6]);
      expect([...convTranspose(x, kernel).dataSync()]).toEqual([3, 5, 0, 0, -8]);
      expect([...depthwiseConv(x, kernel).dataSync()]).toEqual([1, 3, -6]);
      expect([...averagePool(x, { poolSize: 2 }).dataSync()]).toEqual([1, -1]);
      const largest = maxPool(x, { poolSize: 2 });
      expect([largest.dtype, ...largest.dataSync()]).toEqual(['int32', 3, 2]);
    });
  });

  it('refuse what does not fit', () => {
    tidy(() => {
      expect(() => conv(ones([2, 3]), ones([2, 3]))).toThrow('sequences, images or volumes');
      expect(() => conv(ones([1, 3, 3]), ones([2, 2, 3]))).toThrow('a multiple of the 2 of the kernel');
      expect(() => depthwiseConv(ones([1, 3, 3]), ones([2, 2, 1]))).toThrow('with as many channels');
      expect(() => depthwiseConv(ones([1, 2, 2, 2, 1]), ones([1, 1, 1, 1, 1]))).toThrow(
        'sequences or images',
      );
      expect(() => conv(ones([1, 3, 1]), ones([1, 1, 1]), { strides: 2, dilationRate: 2 })).toThrow(
        'strides or a dilation, not both',
      );
    });
  });
});

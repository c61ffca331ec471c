import { webgl } from '@myelin/backend-webgl';
import { useBackend } from '@myelin/core';
import { conv, exp, matmul, transpose, zeros } from '@myelin/ops';
import { type Tensor, memory, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

beforeAll(async () => {
  await useBackend(webgl());
});

const onesOf = (shape: number[]): Tensor => exp(zeros(shape));
const valuesOf = (x: Tensor): number[] => [...new Set(x.dataSync())];

describe('products of matrices that the card has computed', () => {
  it('sum over an odd number of elements alone', () => {
    expect(valuesOf(matmul(onesOf([4, 3]), onesOf([3, 4])))).toEqual([3]);
    expect(valuesOf(matmul(onesOf([40, 33]), onesOf([33, 5])))).toEqual([33]);
    expect(valuesOf(matmul(onesOf([2, 5, 3]), onesOf([2, 3, 5])))).toEqual([3]);
    expect(valuesOf(matmul(transpose(onesOf([3, 4])), onesOf([3, 4])))).toEqual([3]);
  });

  it('and convolutions of single pixels', () => {
    const y = conv(onesOf([1, 5, 5, 3]), onesOf([1, 1, 3, 4]), { strides: 1, padding: 'valid' });
    expect(valuesOf(y)).toEqual([3]);
  });

  it('leave nothing behind', () => {
    const before = memory().numDataBuffers;
    tidy(() => matmul(onesOf([4, 3]), onesOf([3, 4]))).dispose();
    expect(memory().numDataBuffers).toBe(before);
  });
});

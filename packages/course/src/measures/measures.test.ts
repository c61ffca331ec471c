import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy.js';
import { largestOfRows } from './largest-of-rows.js';
import { r2 } from './r2.js';

describe('r2', () => {
  it('is 1 for what is right, 0 for the mean, and the share in between', () => {
    const truth = NdArray.from([1, 2, 3, 6]);
    expect(r2(truth, truth)).toBe(1);
    expect(r2(truth, NdArray.from([3, 3, 3, 3]))).toBe(0);
    // Errors 1 + 0 + 1 + 4 of 4 + 1 + 0 + 9.
    expect(r2(truth, NdArray.from([[2], [2], [2], [4]]))).toBeCloseTo(1 - 6 / 14, 12);
  });
});

describe('largestOfRows', () => {
  it('finds the largest entry of each', () => {
    expect(
      largestOfRows(
        NdArray.from([
          [0.1, 0.7, 0.2],
          [0.5, 0.1, 0.4],
        ]),
      ),
    ).toEqual([1, 0]);
  });
});

describe('accuracy', () => {
  const said = NdArray.from([
    [0.1, 0.9],
    [0.6, 0.4],
    [0.3, 0.7],
  ]);

  it('takes class numbers and one-hot rows', () => {
    expect(accuracy(NdArray.from([1, 0, 0]), said)).toBeCloseTo(2 / 3, 12);
    const oneHot = NdArray.from([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(accuracy(oneHot, said)).toBeCloseTo(2 / 3, 12);
  });

  it('rounds a single chance', () => {
    expect(accuracy(NdArray.from([[1], [0], [1]]), NdArray.from([[0.7], [0.2], [0.4]]))).toBeCloseTo(
      2 / 3,
      12,
    );
  });
});

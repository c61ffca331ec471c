import { NdArray, setSeed } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { largestOfRows } from './largest-of-rows.js';
import { pixels } from './pixels.js';
import { r2 } from './r2.js';
import { shuffleRows } from './shuffle-rows.js';
import { columnStatistics, restore, standardize } from './standardize.js';

describe('standardize', () => {
  const x = NdArray.from([
    [1, 5, 1000],
    [3, 5, 1002],
    [5, 5, 1010],
  ]);

  it('brings columns to mean 0 and variance 1, and constant ones to 0', () => {
    const statistics = columnStatistics(x);
    expect([...statistics.mean]).toEqual([3, 5, 1004]);
    // (4 + 0 + 4) / 3 and (16 + 4 + 36) / 3
    expect([...statistics.variance]).toEqual([8 / 3, 1, 56 / 3].map(Math.fround));
    const z = standardize(x, statistics);
    expect(z.shape).toEqual([3, 3]);
    const expected = [-2 / Math.sqrt(8 / 3), 0, -4 / Math.sqrt(56 / 3)];
    expected.forEach((value, column) => {
      expect(z.at(0, column)).toBeCloseTo(value, 6);
    });
  });

  it('goes back', () => {
    const statistics = columnStatistics(x);
    const back = restore(standardize(x, statistics), statistics);
    x.data.forEach((value, i) => {
      expect(back.data[i]).toBeCloseTo(Number(value), 3);
    });
    const y = NdArray.from([2, 4, 9]);
    expect([...columnStatistics(y).mean]).toEqual([5]);
  });
});

describe('r2', () => {
  it('is 1 for what is right, 0 for the mean, and the share in between', () => {
    const truth = NdArray.from([1, 2, 3, 6]);
    expect(r2(truth, truth)).toBe(1);
    expect(r2(truth, NdArray.from([3, 3, 3, 3]))).toBe(0);
    // Errors 1 + 0 + 1 + 4 of 4 + 1 + 0 + 9.
    expect(r2(truth, NdArray.from([[2], [2], [2], [4]]))).toBeCloseTo(1 - 6 / 14, 12);
  });
});

describe('rows', () => {
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

  it('shuffles labels with their inputs, loses none, and repeats itself with a seed', () => {
    const y = NdArray.from(Array.from({ length: 50 }, (_, i) => i));
    const x = NdArray.from(Array.from({ length: 50 }, (_, i) => [i, -i]));
    setSeed(3);
    const first = shuffleRows({ x, y });
    const order = Array.from(first.y.data, Number);
    expect(order).not.toEqual(Array.from(y.data, Number));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from(y.data, Number));
    expect(first.x.toArray()).toEqual(order.map((i) => [i, -i]));
    setSeed(3);
    expect(shuffleRows({ x, y }).y.data).toEqual(first.y.data);
  });

  it('scales bytes to pixels', () => {
    const images = pixels(new NdArray(Uint8Array.of(0, 51, 255, 102), [1, 2, 2]));
    expect(images.shape).toEqual([1, 2, 2, 1]);
    expect([...images.data]).toEqual([0, 0.2, 1, 0.4].map(Math.fround));
  });
});

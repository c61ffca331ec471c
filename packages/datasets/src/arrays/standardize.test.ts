import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { columnStatistics, standardize, unstandardize } from './standardize.js';

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
    const back = unstandardize(standardize(x, statistics), statistics);
    x.data.forEach((value, i) => {
      expect(back.data[i]).toBeCloseTo(Number(value), 3);
    });
    const y = NdArray.from([2, 4, 9]);
    expect([...columnStatistics(y).mean]).toEqual([5]);
  });
});

import { NdArray, setSeed } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { shuffleRows } from './shuffle-rows.js';

describe('rows', () => {
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
});

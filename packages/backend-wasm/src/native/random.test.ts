import { uniformArray } from '@myelin/core';
import { expect, test } from 'vitest';
import { describeNative } from './testing/heap.js';

describeNative('random numbers', (heap) => {
  test('uniform ones are bit-equal to those of the host', () => {
    for (const seed of [0, 1, -5, 123456789]) {
      for (const count of [1, 2, 3, 4, 5, 15, 16, 17, 1000, 40_003]) {
        const [state, y] = [heap.putInts([seed, count]), heap.take(count)];
        heap.kernels.uniform(state, 0, Math.ceil(count / 4), count, y);
        const expected = uniformArray({ seed, offset: count }, count);
        expect(heap.ints(y, count).some((bits, i) => bits !== new Int32Array(expected.buffer)[i])).toBe(
          false,
        );
        heap.clear();
      }
    }
  });

  test('threads draw parts of them', () => {
    const count = 103;
    const [state, y] = [heap.putInts([5, 0]), heap.take(count)];
    for (const [first, last] of [[13, 26], [0, 6], [6, 13]] as const) heap.kernels.uniform(state, first, last, count, y); // prettier-ignore
    expect(heap.floats(y, count)).toEqual(uniformArray({ seed: 5, offset: 0 }, count));
    heap.clear();
  });
});

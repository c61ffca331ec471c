import { expect, test } from 'vitest';
import { describeNative, expectNear, noise } from './testing/heap.js';

function softmaxOf(row: readonly number[]): number[] {
  const maximum = Math.max(...row);
  const powers = row.map((x) => Math.exp(x - maximum));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const rowsOf = (x: Float32Array, count: number): number[][] =>
  Array.from({ length: x.length / count }, (_, r) => [...x.subarray(r * count, (r + 1) * count)]);

describeNative('softmax', (heap) => {
  const counts = [1, 2, 3, 4, 5, 7, 10, 64, 1023, 1025, 3000];

  test.each(counts)('of rows of %i, and its logarithm', (count) => {
    const rows = 5;
    const size = rows * count;
    const x = noise(size).map((value) => value * 20);
    const expected = rowsOf(x, count).map(softmaxOf);
    const [atX, y] = [heap.put(x), heap.take(size)];
    heap.kernels.softmax(atX, 0, rows, count, y);
    expectNear(heap.floats(y, size), expected.flat(), 3e-7, 'softmax');

    heap.kernels.logSoftmax(atX, 0, rows, count, y);
    const logs = rowsOf(x, count).flatMap((row) => {
      const maximum = Math.max(...row);
      const log = maximum + Math.log(row.reduce((sum, value) => sum + Math.exp(value - maximum), 0));
      return row.map((value) => value - log);
    });
    expectNear(heap.floats(y, size), logs, 3e-7, 'logSoftmax');
    heap.clear();
  });

  test('of some rows, in place', () => {
    const x = heap.put(noise(15));
    const before = [...heap.floats(x, 15)];
    heap.kernels.softmax(x, 1, 3, 3, x);
    const after = [...heap.floats(x, 15)];
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after.slice(9)).toEqual(before.slice(9));
    expectNear(after.slice(3, 6), softmaxOf(before.slice(3, 6)), 3e-7);
    heap.clear();
  });

  test('of what is not a number', () => {
    const rows = [
      [NaN, 1, 2, 3, 4],
      [1, 2, 3, 4, NaN],
      [Infinity, 1, 2, 3, 4],
      Array.from({ length: 5 }, () => -Infinity),
      [-Infinity, 0, -Infinity, 0, -Infinity],
      [1e30, -1e30, -1e30, 1e30, 0],
      [0, -200, -86, 0, 0],
    ];
    const x = heap.put(rows.flat());
    const y = heap.take(35);
    heap.kernels.softmax(x, 0, 7, 5, y);
    const results = rowsOf(heap.floats(y, 35), 5);
    const nothing = Array.from({ length: 5 }, () => NaN);
    expect(results.slice(0, 4)).toEqual([nothing, nothing, nothing, nothing]);
    expect(results[4]).toEqual([0, 0.5, 0, 0.5, 0]);
    expect(results[5]).toEqual([0.5, 0, 0, 0.5, 0]);
    expect(results[6]?.[1]).toBe(0);
    expect(results[6]?.[2]).toBeCloseTo(Math.exp(-86) / 3, 40);
    heap.clear();
  });
});

import { expect, test } from 'vitest';
import { describeNative, expectNear, noise } from './testing/heap.js';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const flags = [false, true] as const;

describeNative('rows', (heap) => {
  test('running sums and products', () => {
    const { kernels } = heap;
    for (const [outer, count, inner] of [
      [2, 5, 1],
      [1, 7, 3],
      [3, 4, 6],
      [2, 1, 4],
    ] as const) {
      const x = noise(outer * count * inner).map((value) => Math.round(value * 5));
      for (const exclusive of flags) {
        for (const reverse of flags) {
          const expected = (start: number, combine: (a: number, b: number) => number): number[] =>
            range(x.length).map((i) => {
              const [o, k, j] = [Math.floor(i / (count * inner)), Math.floor(i / inner) % count, i % inner];
              const before = range(count).filter((other) => (reverse ? other > k : other < k) || (other === k && !exclusive)); // prettier-ignore
              return before.map((other) => x[(o * count + other) * inner + j] ?? NaN).reduce(combine, start);
            });
          const [at, ints, y] = [heap.put(x), heap.putInts(x), heap.take(x.length)];
          const sums = expected(0, (a, b) => a + b);
          const products = expected(1, (a, b) => a * b);
          kernels.runningSum(at, outer, count, inner, exclusive, reverse, y);
          expectNear(heap.floats(y, x.length), sums, 1e-6, 'sum');
          kernels.runningProduct(at, outer, count, inner, exclusive, reverse, y);
          expect([...heap.floats(y, x.length)].map((value) => value + 0)).toEqual(
            products.map((value) => value + 0),
          );
          kernels.runningSumInt(ints, outer, count, inner, exclusive, reverse, y);
          expect([...heap.ints(y, x.length)]).toEqual(sums.map((value) => value + 0));
          kernels.runningProductInt(ints, outer, count, inner, exclusive, reverse, y);
          expect([...heap.ints(y, x.length)]).toEqual(products.map((value) => value + 0));
          heap.clear();
        }
      }
    }
  });

  test('the largest of rows, in order and stable', () => {
    const { kernels } = heap;
    for (const count of [1, 2, 5, 16, 17, 100, 257]) {
      for (const k of new Set([1, Math.min(3, count), Math.min(16, count), count])) {
        const rows = 3;
        const x = noise(rows * count, count).map((value) => Math.round(value * 9));
        const [at, ints] = [heap.put(x), heap.putInts(x)];
        const [values, places] = [heap.take(rows * k), heap.take(rows * k)];
        const scratch = heap.take(kernels.topKScratch(count, k) / 4);
        const expected = range(rows).flatMap((r) => {
          const value = (i: number): number => x[r * count + i] ?? NaN;
          return range(count).sort((a, b) => value(b) - value(a) || a - b).slice(0, k); // prettier-ignore
        });
        const largest = expected.map((place, i) => (x[Math.floor(i / k) * count + place] ?? NaN) + 0);
        kernels.topK(at, 0, rows, count, k, values, places, scratch);
        expect([...heap.ints(places, rows * k)]).toEqual(expected);
        expect([...heap.floats(values, rows * k)].map((value) => value + 0)).toEqual(largest);
        kernels.topKInt(ints, 0, rows, count, k, values, places, scratch);
        expect([...heap.ints(places, rows * k)]).toEqual(expected);
        expect([...heap.ints(values, rows * k)]).toEqual(largest);
        heap.clear();
      }
    }
  });

  test('NaN is the largest', () => {
    const list = [3, NaN, Infinity, -Infinity, NaN, ...range(20)];
    for (const k of [5, list.length]) {
      const [x, values, places, scratch] = [
        heap.put(list),
        heap.take(k),
        heap.take(k),
        heap.take(2 * list.length),
      ];
      heap.kernels.topK(x, 0, 1, list.length, k, values, places, scratch);
      expect([...heap.ints(places, 5)]).toEqual([1, 4, 2, 24, 23]);
      expect(heap.ints(places, k)[k - 1]).toBe(k === 5 ? 23 : 3);
      heap.clear();
    }
  });

  test('one-hot rows', () => {
    const [indices, y] = [heap.putInts([1, -1, 3, 0]), heap.put(new Float32Array(12).fill(9))];
    const bits = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0] ?? 0;
    heap.kernels.oneHot(indices, 1, 4, 3, bits(2.5), bits(-1), y);
    expect([...heap.floats(y, 12)]).toEqual([9, 9, 9, -1, -1, -1, -1, -1, -1, 2.5, -1, -1]);
    heap.clear();
  });
});

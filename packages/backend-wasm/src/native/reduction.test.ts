import { expect, test } from 'vitest';
import { describeNative, expectNear, noise } from './testing/heap.js';

/** Every column of every block of x [outer, count, inner]. */
function columns(x: ArrayLike<number>, outer: number, count: number, inner: number): number[][] {
  return Array.from({ length: outer * inner }, (_, place) => {
    const [o, i] = [Math.floor(place / inner), place % inner];
    return Array.from({ length: count }, (_value, k) => x[(o * count + k) * inner + i] ?? NaN);
  });
}

const shapes = [1, 2, 7, 8, 37].flatMap((count) =>
  [1, 3, 4, 19, 33].flatMap((inner) => [1, 3].map((outer) => [outer, count, inner] as const)),
);

const first = (best: (a: number, b: number) => boolean) => (list: readonly number[]) =>
  list.reduce((place, value, i) => (best(value, list[place] ?? NaN) ? i : place), 0);

describeNative('reductions', (heap) => {
  test('extremes, products and places of all shapes', () => {
    for (const [outer, count, inner] of shapes) {
      const x = noise(outer * count * inner, count).map((value) => Math.round(value * 9) / 7);
      const lists = columns(x, outer, count, inner);
      const [at, y] = [heap.put(x), heap.take(outer * inner)];
      const what = `[${outer}, ${count}, ${inner}]`;
      heap.kernels.maximumOf(at, outer, count, inner, y);
      expectNear(
        heap.floats(y, lists.length),
        lists.map((list) => Math.max(...list)),
        0,
        what,
      );
      heap.kernels.minimumOf(at, outer, count, inner, y);
      expectNear(
        heap.floats(y, lists.length),
        lists.map((list) => Math.min(...list)),
        0,
        what,
      );
      heap.kernels.productOf(at, outer, count, inner, y);
      expectNear(heap.floats(y, lists.length), lists.map((list) => list.reduce((a, b) => a * b, 1)), 1e-6, what); // prettier-ignore
      heap.kernels.argMax(at, outer, count, inner, y);
      expect([...heap.ints(y, lists.length)], what).toEqual(lists.map(first((a, b) => a > b)));
      heap.kernels.argMin(at, outer, count, inner, y);
      expect([...heap.ints(y, lists.length)], what).toEqual(lists.map(first((a, b) => a < b)));
      heap.clear();
    }
  });

  test('NaN shows in extremes; places pass over it, as in TensorFlow', () => {
    const cases: [readonly number[], number, number][] = [
      [[NaN, 1, 2], 2, 1],
      [[1, NaN, 2], 2, 0],
      [[NaN, NaN, NaN], 0, 0],
      [[-Infinity, -Infinity], 0, 0],
      [[NaN, -Infinity], 0, 1],
      [[...Array<number>(20).fill(1), NaN, 5, 5, 0], 21, 23],
      [[...Array<number>(17).fill(NaN), 3], 17, 17],
    ];
    for (const [list, largest, smallest] of cases) {
      const [x, y] = [heap.put(list), heap.take(1)];
      heap.kernels.argMax(x, 1, list.length, 1, y);
      expect(heap.ints(y, 1)[0], list.join()).toBe(
        list.includes(-Infinity) && list.includes(NaN) ? 0 : largest,
      );
      heap.kernels.argMin(x, 1, list.length, 1, y);
      expect(heap.ints(y, 1)[0], list.join()).toBe(smallest);
      heap.kernels.maximumOf(x, 1, list.length, 1, y);
      expect(heap.floats(y, 1)[0]).toBe(Math.max(...list));
      heap.clear();
    }
  });
});

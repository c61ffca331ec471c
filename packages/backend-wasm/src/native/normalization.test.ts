import { expect, test } from 'vitest';
import type { Address } from './native-kernels.js';
import { type Heap, describeNative, expectNear, noise } from './testing/heap.js';

const EPSILON = 1e-3;
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);

/** (x - mean) / √(variance + ε), and its gradient from that of the result. */
function normalized(x: readonly number[], dy: readonly number[]): { y: number[]; dx: number[] } {
  const centre = mean(x);
  const scale = 1 / Math.sqrt(mean(x.map((value) => (value - centre) ** 2)) + EPSILON);
  const y = x.map((value) => (value - centre) * scale);
  const product = dot(y, dy) / x.length;
  return { y, dx: y.map((normal, i) => ((dy[i] ?? NaN) - mean(dy) - normal * product) * scale) };
}

const rowOf = (x: Float32Array, count: number, r: number): number[] => [
  ...x.subarray(r * count, (r + 1) * count),
];
const columnOf = (x: Float32Array, inner: number, j: number): number[] =>
  Array.from({ length: x.length / inner }, (_, r) => x[r * inner + j] ?? NaN);

/** The sum over blocks. */
function totalsOf(heap: Heap, partials: Address, blocks: number, inner: number): Address {
  const totals = heap.take(2 * inner);
  heap.kernels.sum(partials, 1, blocks, 2 * inner, totals, 1);
  return totals;
}

describeNative('normalization', (heap) => {
  test.each([1, 3, 4, 6, 64, 1027])('of rows of %i, and its gradients', (count) => {
    const rows = 7;
    const size = rows * count;
    const x = noise(size).map((value) => value * 3 + 5);
    const [dy, gamma, beta] = [noise(size, 2), noise(count, 3), noise(count, 4)];
    const [atX, atDy, atGamma, atBeta] = [x, dy, gamma, beta].map((values) => heap.put(values)) as [Address, Address, Address, Address]; // prettier-ignore
    const [y, dx, statistics] = [heap.take(size), heap.take(size), heap.take(2 * rows)];
    const scaled = dy.map((value, i) => value * (gamma[i % count] ?? NaN));
    const expected = Array.from({ length: rows }, (_, r) =>
      normalized(rowOf(x, count, r), rowOf(scaled, count, r)),
    );
    const { kernels } = heap;
    kernels.layerNormalization(atX, atGamma, atBeta, 0, rows, count, EPSILON, y, statistics);
    const affine = expected.flatMap((row) =>
      row.y.map((value, j) => value * (gamma[j] ?? NaN) + (beta[j] ?? NaN)),
    );
    expectNear(heap.floats(y, size), affine, 2e-6, 'y');
    kernels.layerNormalizationGradient(atX, atGamma, statistics, atDy, 0, rows, count, dx);
    expectNear(
      heap.floats(dx, size),
      expected.flatMap((row) => row.dx),
      3e-6,
      'dx',
    );

    kernels.layerNormalization(atX, 0, 0, 0, rows, count, EPSILON, y, statistics);
    expectNear(
      heap.floats(y, size),
      expected.flatMap((row) => row.y),
      2e-6,
      'y without gamma',
    );
    const blocks = kernels.rowBlocks(rows);
    const partials = heap.take(2 * count * blocks);
    kernels.layerProducts(atDy, atX, statistics, rows, count, 0, blocks, partials);
    const totals = heap.floats(totalsOf(heap, partials, blocks, count), 2 * count);
    const normal = Float32Array.from(expected.flatMap((row) => row.y));
    const columns = Array.from({ length: count }, (_, j) => columnOf(dy, count, j));
    expectNear(
      totals.subarray(0, count),
      columns.map((list) => list.reduce((a, b) => a + b)),
      2e-6,
      'dBeta',
    );
    expectNear(totals.subarray(count), columns.map((list, j) => dot(list, columnOf(normal, count, j))), 4e-6, 'dGamma'); // prettier-ignore
    heap.clear();
  });

  test.each([
    [5, 1],
    [9, 3],
    [32, 16],
    [1500, 21],
  ])('of columns of [%i, %i], and its gradients', (count, inner) => {
    const size = count * inner;
    const x = noise(size).map((value, i) => value * 3 + 5 * (i % 3));
    const [dy, gamma, beta] = [noise(size, 2), noise(inner, 3), noise(inner, 4)];
    const [atX, atDy, atGamma, atBeta] = [x, dy, gamma, beta].map((values) => heap.put(values)) as [Address, Address, Address, Address]; // prettier-ignore
    const { kernels } = heap;
    const blocks = kernels.rowBlocks(count);
    const partials = heap.take(2 * inner * blocks);
    const [centre, variance] = [heap.take(inner), heap.take(inner)];
    const [coefficients, y, dx] = [heap.take(3 * inner), heap.take(size), heap.take(size)];
    const [dGamma, dBeta] = [heap.take(inner), heap.take(inner)];

    for (let block = blocks - 1; block >= 0; block--) kernels.columnMoments(atX, count, inner, block, block + 1, partials); // prettier-ignore
    kernels.momentsOf(totalsOf(heap, partials, blocks, inner), atX, count, inner, centre, variance);
    const lists = Array.from({ length: inner }, (_, j) => columnOf(x, inner, j));
    expectNear(heap.floats(centre, inner), lists.map(mean), 5e-7, 'mean');
    const squares = lists.map((list) => mean(list.map((value) => (value - mean(list)) ** 2)));
    expectNear(heap.floats(variance, inner), squares, 2e-6, 'variance');

    kernels.normalizationCoefficients(centre, variance, atGamma, atBeta, inner, EPSILON, coefficients);
    kernels.normalizeRows(atX, coefficients, inner, 0, count, y);
    const expected = lists.map((list, j) => {
      const upper = columnOf(dy, inner, j).map((value) => value * (gamma[j] ?? NaN));
      return normalized(list, upper);
    });
    const affine = Array.from({ length: size }, (_, i) => {
      const j = i % inner;
      return (expected[j]?.y[Math.floor(i / inner)] ?? NaN) * (gamma[j] ?? NaN) + (beta[j] ?? NaN);
    });
    expectNear(heap.floats(y, size), affine, 3e-6, 'y');

    kernels.columnProducts(atDy, atX, centre, count, inner, 0, blocks, partials);
    const totals = totalsOf(heap, partials, blocks, inner);
    kernels.normalizationGradientCoefficients(totals, centre, variance, atGamma, count, inner, EPSILON, dGamma, dBeta, coefficients); // prettier-ignore
    expectNear(heap.floats(dBeta, inner), lists.map((_, j) => columnOf(dy, inner, j).reduce((a, b) => a + b)), 2e-6, 'dBeta'); // prettier-ignore
    expectNear(heap.floats(dGamma, inner), expected.map(({ y: normal }, j) => dot(normal, columnOf(dy, inner, j))), 2e-5, 'dGamma'); // prettier-ignore
    kernels.normalizeRowsGradient(atDy, atX, coefficients, inner, 0, count, dx);
    const gradients = Array.from(
      { length: size },
      (_, i) => expected[i % inner]?.dx[Math.floor(i / inner)] ?? NaN,
    );
    expectNear(heap.floats(dx, size), gradients, 1e-5, 'dx');
    heap.clear();
  });

  test('a column of equal numbers has no variance', () => {
    const x = heap.put(new Float32Array(1000).fill(123.456));
    const [partials, centre, variance] = [heap.take(16), heap.take(1), heap.take(1)];
    heap.kernels.columnMoments(x, 1000, 1, 0, 8, partials);
    heap.kernels.momentsOf(totalsOf(heap, partials, 8, 1), x, 1000, 1, centre, variance);
    expect(heap.floats(centre, 1)[0]).toBe(Math.fround(123.456));
    expect(heap.floats(variance, 1)[0]).toBe(0);
    heap.clear();
  });
});

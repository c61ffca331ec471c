import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { KernelMemory, deviation, kernelVariants } from './testing/kernel-memory.js';

interface Setting {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly outer: number;
  readonly inner: number;
  /** Matrices of the inner level interleaved, as heads of attention are, or one after the other. */
  readonly interleaved: boolean;
  readonly sharedB: 'no' | 'inner' | 'all';
  readonly start: 'nothing' | 'bias' | 'c';
  readonly relu: boolean;
}

interface Layout {
  readonly row: number;
  readonly outer: number;
  readonly inner: number;
  readonly size: number;
}

function layout(
  rows: number,
  columns: number,
  { outer, inner, interleaved }: Setting,
  shared = 'no',
): Layout {
  const innerCount = shared === 'no' ? inner : 1;
  const row = interleaved ? columns * innerCount : columns;
  const matrix = rows * columns;
  return {
    row,
    outer: shared === 'all' ? 0 : matrix * innerCount,
    inner: shared !== 'no' ? 0 : interleaved ? columns : matrix,
    size: matrix * innerCount * (shared === 'all' ? 1 : outer),
  };
}

/** Computes the products whole and in parts; returns the deviation from float64, Infinity where parts differ. */
function check(memory: KernelMemory, setting: Setting): number {
  const { transposeA, transposeB, rows, columns, depth, outer, inner, start, relu } = setting;
  memory.reset();
  const layoutA = transposeA ? layout(depth, rows, setting) : layout(rows, depth, setting);
  const layoutB = transposeB
    ? layout(columns, depth, setting, setting.sharedB)
    : layout(depth, columns, setting, setting.sharedB);
  const layoutC = layout(rows, columns, setting);
  const [a, b] = [memory.noise(layoutA.size, 1), memory.noise(layoutB.size, 2)];
  const bias = memory.noise(columns, 3);
  const geometry = memory.words([
    ...[transposeA ? 1 : 0, transposeB ? 1 : 0, rows, columns, depth],
    ...[layoutA.row, layoutB.row, layoutC.row, outer, inner],
    ...[layoutA, layoutB, layoutC].flatMap((matrix) => [matrix.outer, matrix.inner]),
  ]);
  const { kernels } = memory;
  const units = kernels.productUnits(geometry);
  const compute = (ends: readonly number[]): Float32Array => {
    const c = memory.noise(layoutC.size, 4);
    ends.forEach((end, i) => {
      const [from, low] = [ends[i - 1] ?? 0, relu ? 0 : -Infinity];
      kernels.products(geometry, a, b, c, start === 'bias' ? bias : 0, start === 'c', low, from, end);
    });
    return memory.isIntact(c, layoutC.size) ? memory.view(c, layoutC.size) : new Float32Array(layoutC.size);
  };
  const whole = compute([units]);
  const thirds = compute([Math.floor(units / 3), Math.floor((2 * units) / 3), units]);
  if (whole.some((value, i) => !Object.is(value, thirds[i]))) return Infinity;

  const expected = new Float64Array(layoutC.size);
  const scale = new Float64Array(layoutC.size);
  const before = memory.view(memory.noise(layoutC.size, 4), layoutC.size);
  const at = (address: number, index: number): number => memory.floats[address / 4 + index] ?? NaN;
  for (let n = 0; n < outer * inner; n++) {
    const [o, i] = [Math.floor(n / inner), n % inner];
    const [fromA, fromB, fromC] = [layoutA, layoutB, layoutC].map((m) => m.outer * o + m.inner * i) as [number, number, number]; // prettier-ignore
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const index = fromC + layoutC.row * r + c;
        let sum = start === 'bias' ? at(bias, c) : start === 'c' ? (before[index] ?? NaN) : 0;
        let size = Math.abs(sum);
        for (let k = 0; k < depth; k++) {
          const term =
            at(a, fromA + (transposeA ? layoutA.row * k + r : layoutA.row * r + k)) *
            at(b, fromB + (transposeB ? layoutB.row * c + k : layoutB.row * k + c));
          sum += term;
          size += Math.abs(term);
        }
        expected[index] = relu ? Math.max(0, sum) : sum;
        scale[index] = size;
      }
    }
  }
  return deviation(whole, expected, scale);
}

const plain = {
  outer: 1,
  inner: 1,
  interleaved: false,
  sharedB: 'no',
  start: 'nothing',
  relu: false,
} as const;

describe.each(kernelVariants)('products, $numerics, in pairs: $wide', ({ numerics, wide }) => {
  let memory: KernelMemory;

  beforeAll(async () => {
    memory = await KernelMemory.create(numerics, wide);
  });

  test.each([
    [3, 700, 130],
    [700, 3, 130],
    [1, 1000, 50],
    [10, 530, 140],
    [530, 10, 140],
    [250, 40, 20],
    [40, 30, 1100],
    [1030, 70, 9],
    [600, 11, 600],
  ])('every way to compute one: %i x %i, sums of %i', (rows, columns, depth) => {
    for (const transposeA of [false, true]) {
      for (const transposeB of [false, true]) {
        for (const start of ['nothing', 'bias', 'c'] as const) {
          const setting = { ...plain, transposeA, transposeB, rows, columns, depth, start };
          expect(check(memory, setting)).toBeLessThan(6e-7);
        }
      }
    }
  });

  test('batches of any layout, whole and in parts', () => {
    const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
    const setting = fc.record<Setting>({
      transposeA: fc.boolean(),
      transposeB: fc.boolean(),
      rows: size(40),
      columns: size(40),
      depth: fc.integer({ min: 0, max: 60 }),
      outer: size(3),
      inner: size(3),
      interleaved: fc.boolean(),
      sharedB: fc.constantFrom('no', 'inner', 'all'),
      start: fc.constantFrom('nothing', 'bias', 'c'),
      relu: fc.boolean(),
    });
    fc.assert(
      fc.property(setting, (chosen) => check(memory, chosen) < 6e-7),
      { numRuns: 200 },
    );
  });
});

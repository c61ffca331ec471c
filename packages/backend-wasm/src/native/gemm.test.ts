import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadNative } from './load-native.js';
import type { NativeKernels } from './native-kernels.js';
import { kernelVariants } from './testing/kernel-memory.js';

interface Product {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  /** Floats that each stored row has too many. */
  readonly slack: number;
  readonly bias: boolean;
  readonly relu: boolean;
}

const memory = new WebAssembly.Memory({ initial: 512 });
const floats = new Float32Array(memory.buffer);
const [A, B, C, BIAS, WORKSPACE] = [1, 2, 3, 4, 5].map((n) => (n * memory.buffer.byteLength) / 8) as [
  number,
  number,
  number,
  number,
  number,
];

/** Values between -1 and 1 with full mantissas, the same in every run. */
function fill(address: number, count: number, seed: number): void {
  let state = seed;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    floats[address / 4 + i] = state / 2 ** 31;
  }
}

/** The largest deviation from sums in float64, as a part of the sum of the absolute products. */
function deviation(kernels: NativeKernels, product: Product): number {
  const { transposeA, transposeB, rows, columns, depth, slack, bias, relu } = product;
  const rowA = (transposeA ? rows : depth) + slack;
  const rowB = (transposeB ? depth : columns) + slack;
  const rowC = columns + slack;
  const untouched = 12345;
  fill(A, (transposeA ? depth : rows) * rowA, 1);
  fill(B, (transposeB ? columns : depth) * rowB, 2);
  fill(BIAS, columns, 3);
  floats.fill(untouched, C / 4 - 8, C / 4 + rows * rowC + 8);

  kernels.gemm(
    transposeA,
    transposeB,
    rows,
    columns,
    depth,
    A,
    rowA,
    B,
    rowB,
    C,
    rowC,
    bias ? BIAS : 0,
    relu ? 0 : -Infinity,
  );

  const at = (address: number, index: number): number => floats[address / 4 + index] ?? NaN;
  let worst = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = bias ? at(BIAS, j) : 0;
      let scale = Math.abs(sum);
      for (let k = 0; k < depth; k++) {
        const term =
          at(A, transposeA ? k * rowA + i : i * rowA + k) * at(B, transposeB ? j * rowB + k : k * rowB + j);
        sum += term;
        scale += Math.abs(term);
      }
      const error = Math.abs(at(C, i * rowC + j) - (relu ? Math.max(0, sum) : sum)) / scale;
      worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    }
    for (let j = columns; j < rowC; j++) if (at(C, i * rowC + j) !== untouched) return Infinity;
  }
  for (let i = 1; i <= 8; i++) {
    if (at(C, -i) !== untouched || at(C, rows * rowC + i - 1) !== untouched) return Infinity;
  }
  return worst;
}

const transpositions = [false, true].flatMap((transposeA) =>
  [false, true].map((transposeB) => ({ transposeA, transposeB })),
);

describe.each(kernelVariants)('gemm, $numerics, in pairs: $wide', ({ numerics, wide }) => {
  let kernels: NativeKernels;

  beforeAll(async () => {
    const loaded = await loadNative(memory, numerics);
    expect(loaded.simd).toBe(numerics === 'portable' ? 'baseline' : 'relaxed');
    kernels = loaded.kernels;
    expect(kernels.workspaceBytes()).toBeLessThan(memory.buffer.byteLength / 8);
    kernels.setWorkspace(WORKSPACE, wide);
  });

  test.each(transpositions)('every size up to 17: $transposeA, $transposeB', (transposed) => {
    let worst = 0;
    for (let rows = 1; rows <= 17; rows++) {
      for (let columns = 1; columns <= 17; columns++) {
        for (let depth = 1; depth <= 17; depth++) {
          const bias = (rows + columns + depth) % 2 === 0;
          const product = { rows, columns, depth, slack: depth % 3, bias, relu: depth % 2 === 0 };
          worst = Math.max(worst, deviation(kernels, { ...transposed, ...product }));
        }
      }
    }
    expect(worst).toBeLessThan(3e-7);
  });

  test.each(transpositions)('blocks and their rests: $transposeA, $transposeB', (transposed) => {
    const sizes = [
      [241, 65, 600],
      [33, 513, 300],
      [3, 1030, 515],
      [500, 2, 700],
      [243, 10, 784],
      [1, 520, 784],
    ] as const;
    for (const [rows, columns, depth] of sizes) {
      const product = { rows, columns, depth, slack: 1, bias: true, relu: false };
      expect(deviation(kernels, { ...transposed, ...product })).toBeLessThan(1e-6);
    }
  });

  test('any size, stride and epilogue', () => {
    const size = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(
        fc.record({
          transposeA: fc.boolean(),
          transposeB: fc.boolean(),
          rows: size,
          columns: size,
          depth: fc.integer({ min: 1, max: 300 }),
          slack: fc.integer({ min: 0, max: 9 }),
          bias: fc.boolean(),
          relu: fc.boolean(),
        }),
        (product) => deviation(kernels, product) < 1e-6,
      ),
      { numRuns: 60 },
    );
  });

  test('NaN and infinity go through, also through a relu', () => {
    for (const value of [NaN, Infinity]) {
      floats.set([value, 1, 1, 1], A / 4);
      floats.set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], B / 4);
      kernels.gemm(false, false, 2, 5, 2, A, 2, B, 5, C, 5, 0, 0);
      expect([...floats.subarray(C / 4, C / 4 + 10)]).toEqual([
        value,
        value,
        value,
        value,
        value,
        7,
        9,
        11,
        13,
        15,
      ]);
    }
  });
});

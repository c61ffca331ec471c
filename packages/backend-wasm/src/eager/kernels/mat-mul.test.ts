import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Values,
  expectEqualsCpu,
  expectResult,
  noise,
  prepareBoth,
  runKernel,
} from '../testing/run-kernel.js';

const transpositions = [false, true].flatMap((transposeA) =>
  [false, true].map((transposeB) => ({ transposeA, transposeB })),
);

function operands(
  batchA: readonly number[],
  batchB: readonly number[],
  [rows, columns, depth]: readonly [number, number, number],
  { transposeA, transposeB }: { transposeA: boolean; transposeB: boolean },
) {
  return {
    a: noise([...batchA, ...(transposeA ? [depth, rows] : [rows, depth])]),
    b: noise([...batchB, ...(transposeB ? [columns, depth] : [depth, columns])], 2),
  };
}

describe.each(transpositions)('products, transposed $transposeA, $transposeB', (transposed) => {
  test.each([
    [[], []],
    [[3], [3]],
    [[3], [1]],
    [[1], [3]],
    [
      [2, 3],
      [2, 3],
    ],
    [[2, 3], [3]],
    [[3], [2, 3]],
    [[2, 3], []],
  ])('batch %j times %j', async (batchA, batchB) => {
    const inputs = operands(batchA, batchB, [5, 9, 7], transposed);
    await expectEqualsCpu('BatchMatMul', inputs, transposed);
  });

  // The cpu backend takes the wrong matrices here, so each pair is a product of its own.
  test('batches that repeat each other', async () => {
    const { a, b } = operands([2, 1], [1, 3], [5, 9, 7], transposed);
    const matrix = ({ shape, values }: Values, index: number): Values => {
      const size = shape.slice(-2).reduce((x, y) => x * y);
      return { shape: shape.slice(-2), values: Array.from(values).slice(index * size, (index + 1) * size) };
    };
    const values: number[] = [];
    for (const i of [0, 1]) {
      for (const j of [0, 1, 2]) {
        const pair = { a: matrix(a, i), b: matrix(b, j) };
        values.push(...(await runKernel('cpu', 'BatchMatMul', pair, transposed)).values);
      }
    }
    const expected = { shape: [2, 3, 5, 9], dtype: 'float32', values } as const;
    await expectResult('BatchMatMul', { a, b }, transposed, expected);
  });

  test('of any size', async () => {
    const size = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(size, size, size), fc.integer({ min: 1, max: 3 }), async (sizes, batch) => {
        const inputs = operands([batch], [batch], sizes, transposed);
        await expectEqualsCpu('BatchMatMul', inputs, transposed);
      }),
      { numRuns: 25 },
    );
  });

  test('of integers', async () => {
    const ints = (shape: number[], from: number) => ({
      shape,
      dtype: 'int32' as const,
      values: Array.from({ length: 12 }, (_, i) => from + i * 100_003),
    });
    const a = ints(transposed.transposeA ? [3, 4] : [4, 3], -5);
    const b = ints(transposed.transposeB ? [4, 3] : [3, 4], 7);
    const at = (x: typeof a, row: number, column: number): number =>
      x.values[row * (x.shape[1] ?? 0) + column] ?? NaN;
    const values = Array.from({ length: 16 }, (_, cell) => {
      const [i, j] = [Math.floor(cell / 4), cell % 4];
      let sum = 0n;
      for (let k = 0; k < 3; k++) {
        const left = transposed.transposeA ? at(a, k, i) : at(a, i, k);
        const right = transposed.transposeB ? at(b, j, k) : at(b, k, j);
        sum += BigInt(left) * BigInt(right);
      }
      return Number(BigInt.asIntN(32, sum));
    });
    await expectResult('BatchMatMul', { a, b }, transposed, { shape: [4, 4], dtype: 'int32', values });
  });
});

describe('fused products', () => {
  const plain = { transposeA: false, transposeB: false };
  const inputs = operands([2], [1], [5, 6, 4], plain);

  test.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu'])(
    'with a bias and %s',
    async (activation) => {
      const attrs = { ...plain, activation, leakyreluAlpha: 0.3 };
      await expectEqualsCpu('_FusedMatMul', { ...inputs, bias: noise([6], 3) }, attrs);
    },
  );

  test('with prelu, and with biases that are not one row', async () => {
    const preluActivationWeights = noise([6], 4);
    const prelu = { ...plain, activation: 'prelu' };
    await expectEqualsCpu('_FusedMatMul', { ...inputs, preluActivationWeights }, prelu);
    for (const shape of [[], [1], [1, 6], [5, 6], [5, 1]]) {
      const relu = { ...plain, activation: 'relu' };
      await expectEqualsCpu('_FusedMatMul', { ...inputs, bias: noise(shape, 5) }, relu);
    }
  });
});

test('empty operands give zeros, or the bias', async () => {
  const [backend = ''] = await prepareBoth();
  const attrs = { transposeA: false, transposeB: false, activation: 'relu' };
  const nothing = { a: noise([2, 0]), b: noise([0, 3]) };
  const bias = { shape: [3], values: [-1, 0, 2] };
  expect(await runKernel(backend, 'BatchMatMul', nothing, attrs)).toEqual({
    shape: [2, 3],
    dtype: 'float32',
    values: [0, 0, 0, 0, 0, 0],
  });
  expect(await runKernel(backend, '_FusedMatMul', { ...nothing, bias }, attrs)).toEqual({
    shape: [2, 3],
    dtype: 'float32',
    values: [0, 0, 2, 0, 0, 2],
  });
  const empty = { a: noise([0, 4]), b: noise([4, 3]) };
  expect(await runKernel(backend, 'BatchMatMul', empty, attrs)).toEqual({
    shape: [0, 3],
    dtype: 'float32',
    values: [],
  });
});

test('says what is wrong', async () => {
  const [backend = ''] = await prepareBoth();
  const attrs = { transposeA: false, transposeB: false };
  await expect(
    runKernel(backend, 'BatchMatMul', { a: noise([2, 3]), b: noise([4, 5]) }, attrs),
  ).rejects.toThrow('matrices whose inner dimensions are equal');
  const ints = { ...noise([3, 2]), dtype: 'int32' as const };
  await expect(runKernel(backend, 'BatchMatMul', { a: noise([2, 3]), b: ints }, attrs)).rejects.toThrow(
    'got float32 and int32',
  );
});
